// The page: puts its parts together.
import { addUser, setUntil } from "./scenario.mjs";
import { copy, picture, save, scenarioFile } from "./files.mjs";
import { listenToInspector, showInspector } from "./inspector.mjs";
import { LaneRows } from "./lane-rows.mjs";
import { fromFragment, toFragment } from "./link.mjs";
import { fill } from "./nodes.mjs";
import { Presets } from "./presets.mjs";
import { showRules } from "./rule-card.mjs";
import { Store } from "./store.mjs";
import { markSelected, showList, showUpTo } from "./told-list.mjs";
import { Transport } from "./transport.mjs";

/** What a page without a scenario in its address begins with. */
const FIRST = "agora-2019-05;communication;1android,2ios,3web;;0j1,0j2,0j3,5000d1,32000r1;45000;";

const at = (id) => document.getElementById(id);
const book = JSON.parse(at("book").textContent);
const store = new Store(book);
const lanes = new LaneRows(at("lanes"), at("axis"), store);
const presets = new Presets(book, store, { rule: at("rule"), example: at("example"), about: at("about"), before: at("before"), after: at("after") });
const transport = new Transport(store, { play: at("play"), back: at("back"), next: at("next"), range: at("range"), speed: at("speed"), time: at("time") });

const profiles = book.profiles.map(({ id }) => ["option", { value: id }, id]);
fill(at("profile"), profiles);

store.onChange((what, shown) => {
  if (what === "now") {
    lanes.showNow();
    say(showUpTo(at("told"), store));
  } else {
    lanes.show();
    showInspector(at("inspector"), store);
  }
  if (what === "selected") markSelected(at("told"), shown.selected);
  if (what === "scenario") showScenario(shown);
  transport.show();
  at("nothing").hidden = shown.entries.some((entry) => entry.at <= shown.now);
  showRulesOf(shown);
});

function showScenario(shown) {
  showList(at("told"), store);
  presets.show();
  at("profile").value = shown.profile;
  at("mode").value = shown.draft.mode ?? "communication";
  at("until").value = shown.draft.until / 1000;
  at("undo").disabled = !store.canUndo;
  at("problem").textContent = "";
  at("title").textContent = shown.preset ?? shown.draft.name ?? "";
  history.replaceState(null, "", `#${toFragment(store.scenario(), shown.profile)}`);
}

// The rules of what is selected; of the preset at its end; else of what was told last.
function showRulesOf({ draft, entries, selected, preset, now }) {
  const chosen = entries.find(({ key }) => key === selected);
  const own = now >= draft.until && book.presets.find(({ id }) => id === preset);
  const last = entries.findLast((entry) => entry.at <= now && entry.name !== undefined);
  const ids = chosen?.rules ?? (own ? [own.rule] : (last?.rules ?? []));
  at("hint").hidden = chosen !== undefined;
  if (at("rules").dataset.ids === ids.join()) return;
  at("rules").dataset.ids = ids.join();
  showRules(at("rules"), book, ids);
}

function say(news) {
  if (news !== "") at("status").textContent = news;
}

function openLink() {
  const fragment = location.hash.slice(1);
  try {
    show(fragment === "" ? FIRST : fragment);
  } catch (problem) {
    show(FIRST);
    at("problem").textContent = `The link does not hold a scenario: ${problem.message}.`;
  }
}

function show(fragment) {
  const { scenario, profile } = fromFragment(fragment);
  const preset = book.presets.find((it) => toFragment(it.scenario, it.profile) === fragment);
  store.load(scenario, profile, preset?.id);
}

async function openFile({ target }) {
  const [file] = target.files;
  if (file === undefined) return;
  try {
    store.load(JSON.parse(await file.text()), store.shown.profile);
  } catch (problem) {
    at("problem").textContent = `${file.name} is no scenario in JSON: ${problem.message}.`;
  }
  target.value = "";
}

at("told").addEventListener("click", ({ target }) => {
  const key = target.closest("button")?.dataset.key;
  if (key !== undefined) store.select(store.shown.selected === key ? undefined : key);
});
at("add").addEventListener("click", () => store.edit(addUser(store.shown.draft, "web")));
at("undo").addEventListener("click", () => store.undo());
at("profile").addEventListener("change", ({ target }) => store.setProfile(target.value));
at("mode").addEventListener("change", ({ target }) => {
  store.edit({ ...store.shown.draft, mode: target.value === "communication" ? undefined : target.value });
});
at("until").addEventListener("change", ({ target }) => {
  if (target.reportValidity()) store.edit(setUntil(store.shown.draft, Math.round(Number(target.value) * 1000)));
});
at("show-first").addEventListener("change", ({ target }) => store.hide({ first: !target.checked }));
at("show-silent").addEventListener("change", ({ target }) => store.hide({ silent: !target.checked }));
at("save-scenario").addEventListener("click", () => save("scenario.json", "application/json", scenarioFile(store.scenario())));
at("save-picture").addEventListener("click", () => save("scenario.svg", "image/svg+xml", picture(store.shown, at("lane-style").textContent)));
at("copy").addEventListener("click", async () => {
  at("status").textContent = (await copy(location.href)) ? "Link copied." : "The browser lets nobody copy here; the link is in its address bar.";
});
at("open").addEventListener("change", openFile);
listenToInspector(at("inspector"), store);
addEventListener("hashchange", openLink);
new ResizeObserver(() => store.shown !== undefined && lanes.show()).observe(at("axis"));
openLink();
