// For each line {profile, scenario, fragment}: what the explorer makes of it. stories.mjs BOOK
import { readFileSync } from "node:fs";
import { fromFragment, toFragment } from "./link.mjs";
import { close, open } from "./scenario.mjs";
import { tell } from "./story.mjs";

const book = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const line of readFileSync(0, "utf8").trimEnd().split("\n")) {
  const { fragment } = JSON.parse(line);
  const { scenario, profile } = fromFragment(fragment);
  const draft = close(open(scenario));
  const { told } = tell(draft, profile, book);
  const text = ({ at, uid, name, peer, reason, rules }) => [at, uid, name, peer ?? "-", reason ?? "-", ...rules].join(" ");
  console.log(JSON.stringify({
    scenario: draft,
    again: toFragment(draft, profile),
    first: told.filter((it) => it.first).map(text),
    told: told.filter((it) => it.name !== undefined && !it.first).map(text),
    silences: told.filter((it) => it.name === undefined).flatMap((it) => it.rules),
  }));
}
