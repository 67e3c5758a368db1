package org.rejoin.tck.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Locale;
import org.rejoin.api.Mode;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.JsonFields;

/** Circumstances as fields of a line; what is as it is anyway is left out. */
final class CircumstancesJson {
  private static final ImmutableSet<String> FEATURES =
      Arrays.stream(Feature.values()).map(Feature::id).collect(ImmutableSet.toImmutableSet());

  private static final long MAX_UID = 0xFFFF_FFFFL;

  private CircumstancesJson() {}

  /** What a begin line says. */
  static Circumstances readBegin(JsonFields fields) {
    ImmutableCircumstances.Builder how = readShared(fields);
    if (fields.has("mode")) {
      how.mode(fields.constant("mode", Mode.values()));
    }
    if (fields.has("reorder-within")) {
      how.reorderWithinMillis(fields.millis("reorder-within"));
    }
    for (JsonNode server : fields.optionalList("servers")) {
      if (!server.isTextual()) {
        throw fields.wrong("servers", "a list of names");
      }
      how.addServers(server.textValue());
    }
    return how.build();
  }

  /** What a line of the closed form says beside its scenario. */
  static ImmutableCircumstances.Builder readShared(JsonFields fields) {
    ImmutableCircumstances.Builder how = ImmutableCircumstances.builder();
    if (fields.has("clock")) {
      how.clock(fields.constant("clock", Hello.Clock.values()));
    }
    if (fields.has("tolerance")) {
      how.tolerance(tolerance(fields));
    }
    for (JsonNode word : fields.optionalList("features")) {
      how.addFeatures(
          Feature.ofId(word.asText())
              .orElseThrow(
                  () ->
                      new InvalidScenarioException(
                          fields.pathOf("features"),
                          "'" + word.asText() + "' is none of " + FEATURES)));
    }
    for (JsonNode uid : fields.optionalList("recorded")) {
      if (!uid.isIntegralNumber() || uid.longValue() < 1 || uid.longValue() > MAX_UID) {
        throw fields.wrong(
            "recorded", "a list of uids from 1 to " + MAX_UID + JsonFields.signedHint(uid));
      }
      how.addRecorded(UserId.of(uid.longValue()));
    }
    return how;
  }

  private static Tolerance tolerance(JsonFields fields) {
    JsonNode value = fields.required("tolerance");
    if (!value.isObject()) {
      return Tolerance.of(fields.millis("tolerance"));
    }
    JsonFields apart = new JsonFields(value, fields.pathOf("tolerance"));
    return new Tolerance(apart.millis("early"), apart.millis("late"));
  }

  /** Adds all but mode and servers, which the closed form has in its scenario. */
  static void writeShared(Circumstances how, ObjectNode tree) {
    how.clock().ifPresent(clock -> tree.put("clock", clock.name().toLowerCase(Locale.ROOT)));
    how.tolerance()
        .ifPresent(
            apart ->
                tree.putObject("tolerance")
                    .put("early", apart.earlyMillis())
                    .put("late", apart.lateMillis()));
    if (!how.features().isEmpty()) {
      how.features().forEach(feature -> tree.withArray("features").add(feature.id()));
    }
    if (!how.recorded().isEmpty()) {
      how.recorded().forEach(uid -> tree.withArray("recorded").add(uid.value()));
    }
  }

  /** Adds everything. */
  static void writeBegin(Circumstances how, ObjectNode tree) {
    if (how.mode() != Mode.COMMUNICATION) {
      tree.put("mode", how.mode().name().toLowerCase(Locale.ROOT));
    }
    if (how.reorderWithinMillis() > 0) {
      tree.put("reorder-within", how.reorderWithinMillis());
    }
    if (!how.servers().isEmpty()) {
      how.servers().forEach(server -> tree.withArray("servers").add(server));
    }
    writeShared(how, tree);
  }
}
