package org.rejoin.tck.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;

/** Makes a scenario of a JSON tree: in files every field must be known, in messages it need not. */
final class ScenarioReader {
  private static final ImmutableSet<String> SCENARIO =
      ImmutableSet.of("name", "mode", "participants", "servers", "steps", "until");
  private static final ImmutableSet<String> PARTICIPANT = ImmutableSet.of("uid", "platform");
  private static final ImmutableSet<String> STEP =
      ImmutableSet.of("at", "do", "uid", "channel", "direction", "context", "server", "peer");
  private static final ImmutableSet<String> CONTEXT = ImmutableSet.of("how", "voip", "foreground");

  private final boolean strict;
  private final ImmutableSet<String> more;

  /**
   * A reader.
   *
   * @param strict whether a field that is not known is an error
   * @param more fields of the scenario that somebody else reads
   */
  ScenarioReader(boolean strict, ImmutableSet<String> more) {
    this.strict = strict;
    this.more = more;
  }

  Scenario read(JsonNode tree, String path) {
    JsonFields fields = fields(tree, path, SCENARIO, more);
    ImmutableScenario.Builder scenario = ImmutableScenario.builder();
    fields.optionalText("name").ifPresent(scenario::name);
    if (fields.has("mode")) {
      scenario.mode(fields.constant("mode", Mode.values()));
    }
    ImmutableList<JsonNode> participants = fields.list("participants");
    for (int i = 0; i < participants.size(); i++) {
      scenario.addParticipants(
          participant(participants.get(i), fields.pathOf("participants[" + i + "]")));
    }
    for (JsonNode server : fields.optionalList("servers")) {
      if (!server.isTextual()) {
        throw new InvalidScenarioException(
            fields.pathOf("servers"), "must be a list of names, has " + Words.shown(server));
      }
      scenario.addServers(server.textValue());
    }
    ImmutableList<JsonNode> steps = fields.list("steps");
    for (int i = 0; i < steps.size(); i++) {
      scenario.addSteps(step(steps.get(i), fields.pathOf("steps[" + i + "]")));
    }
    scenario.untilMillis(fields.millis("until"));
    try {
      return scenario.build();
    } catch (InvalidScenarioException e) {
      throw path.isEmpty() ? e : e.under(path);
    }
  }

  private Participant participant(JsonNode tree, String path) {
    JsonFields fields = fields(tree, path, PARTICIPANT, ImmutableSet.of());
    return new Participant(
        fields.user("uid"),
        fields.word("platform", Platform::ofId, Words.of(Platform.values(), Platform::id)));
  }

  private Step step(JsonNode tree, String path) {
    JsonFields fields = fields(tree, path, STEP, ImmutableSet.of());
    return new Step(
        fields.millis("at"),
        fields.word("do", Action::ofId, Words.of(Action.values(), Action::id)),
        fields.user("uid"),
        fields.optionalText("channel").orElse(Step.MAIN_CHANNEL),
        fields.has("direction") ? fields.constant("direction", Direction.values()) : Direction.BOTH,
        fields.has("context")
            ? Optional.of(context(fields.required("context"), fields.pathOf("context")))
            : Optional.empty(),
        fields.optionalText("server"),
        fields.optionalUser("peer"));
  }

  private KillContext context(JsonNode tree, String path) {
    JsonFields fields = fields(tree, path, CONTEXT, ImmutableSet.of());
    return new KillContext(
        fields.has("how")
            ? fields.constant("how", KillContext.How.values())
            : KillContext.How.PROCESS,
        fields.flag("voip", false),
        fields.flag("foreground", true));
  }

  private JsonFields fields(
      JsonNode tree, String path, ImmutableSet<String> known, ImmutableSet<String> others) {
    JsonFields fields = new JsonFields(tree, path);
    if (strict) {
      fields.allowOnly(ImmutableSet.<String>builder().addAll(known).addAll(others).build());
    }
    return fields;
  }
}
