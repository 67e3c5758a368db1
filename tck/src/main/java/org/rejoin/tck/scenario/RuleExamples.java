package org.rejoin.tck.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Reason;
import org.rejoin.tck.spec.Rule;

/** Reads every rule's own scenarios from the files beside this class, one file a rule. */
public final class RuleExamples {
  private static final ScenarioReader READER =
      new ScenarioReader(true, ImmutableSet.of("about", "expected", "expectedServer"));

  private RuleExamples() {}

  /**
   * Every rule's scenarios, in the order of the rules.
   *
   * @throws IllegalStateException if a rule has no file, or an empty one
   * @throws ScenarioFileException if a file is wrong
   */
  public static ImmutableList<RuleExample> all() {
    ImmutableList.Builder<RuleExample> all = ImmutableList.builder();
    for (Rule rule : Rule.values()) {
      all.addAll(of(rule));
    }
    return all.build();
  }

  /** One rule's scenarios; throws as {@link #all} does. */
  public static ImmutableList<RuleExample> of(Rule rule) {
    String name = "rules/" + rule.id() + ".yaml";
    LocatedTree file = ScenarioFiles.parse(text(rule, name), name);
    ImmutableList.Builder<RuleExample> examples = ImmutableList.builder();
    int index = 0;
    for (JsonNode item : file.root()) {
      String path = "[" + index + "]";
      try {
        examples.add(example(rule, item, path));
      } catch (InvalidScenarioException e) {
        throw new ScenarioFileException(
            name + ":" + file.lineOf(e.field()) + ": " + e.getMessage());
      }
      index++;
    }
    if (index == 0) {
      throw new IllegalStateException("rule " + rule.id() + " has no scenario in " + name);
    }
    return examples.build();
  }

  private static RuleExample example(Rule rule, JsonNode item, String path) {
    Scenario scenario = READER.read(item, path);
    JsonFields fields = new JsonFields(item, path);
    Check check = new Check(rule.id() + "/" + scenario.name(), fields.text("about"), scenario);
    ImmutableList.Builder<TracedCallback> callbacks = ImmutableList.builder();
    int index = 0;
    for (JsonNode callback : fields.list("expected")) {
      callbacks.add(callback(new JsonFields(callback, fields.pathOf("expected[" + index + "]"))));
      index++;
    }
    ImmutableList.Builder<ServerEvent> server = ImmutableList.builder();
    for (JsonNode event : fields.optionalList("expectedServer")) {
      JsonFields destroyed = new JsonFields(event, fields.pathOf("expectedServer"));
      server.add(
          new ServerEvent.ChannelDestroyed(destroyed.millis("at"), destroyed.text("channel")));
    }
    return new RuleExample(rule, check, new Trace(callbacks.build(), server.build()));
  }

  private static TracedCallback callback(JsonFields fields) {
    Optional<Reason> reason =
        fields.has("reason")
            ? Optional.of(fields.constant("reason", Reason.values()))
            : Optional.empty();
    return new TracedCallback(
        fields.millis("at"),
        fields.user("uid"),
        new Callback(fields.text("name"), fields.optionalUser("peer"), reason));
  }

  private static String text(Rule rule, String name) {
    try {
      return Resources.toString(
          Resources.getResource(RuleExamples.class, name), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("rule " + rule.id() + " has no file " + name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
