package org.rejoin.tck.timeline;

import org.rejoin.tck.scenario.KillContext;
import org.rejoin.tck.scenario.Step;

/** The words for a step wherever a scenario is shown, with all that tells it from another. */
public final class StepText {
  private static final int NAME_COLUMNS = 24;

  private StepText() {}

  /** A step without its time and user, such as {@code drop uplink} or {@code kill (background)}. */
  public static String of(Step step) {
    String word = step.action().id();
    return switch (step.action()) {
      case JOIN, RESTART ->
          step.channel().equals(Step.MAIN_CHANNEL) ? word : word + " " + name(step.channel());
      case DROP ->
          switch (step.direction()) {
            case BOTH -> word;
            case UPLINK -> word + " uplink";
            case DOWNLINK -> word + " downlink";
          };
      case RESTORE -> step.server().map(server -> word + " on " + name(server)).orElse(word);
      case KILL -> step.context().map(how -> word + " (" + of(how) + ")").orElse(word);
      case PEER_HEARD, PEER_SILENT, PEER_LEFT ->
          step.peer().map(peer -> word + " " + peer).orElse(word);
      case LEAVE -> word;
    };
  }

  private static String of(KillContext how) {
    String where = how.foreground() ? "foreground" : "background";
    String voip = how.voip() ? "VoIP on" : "VoIP off";
    return switch (how.how()) {
      case PROCESS -> where + ", " + voip;
      case PAGE_CLOSED ->
          "page closed" + (how.foreground() ? "" : ", " + where) + (how.voip() ? ", " + voip : "");
    };
  }

  private static String name(String raw) {
    return SafeText.clean(raw, NAME_COLUMNS);
  }
}
