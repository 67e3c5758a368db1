package org.rejoin.tck.explorer;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.collect.Iterables;
import com.google.common.escape.Escaper;
import com.google.common.net.PercentEscaper;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.KillContext;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/**
 * A scenario as the fragment of the explorer's address; {@code link.mjs} reads and writes it too.
 */
public final class ExplorerLink {
  /** What the page is called beside a report. */
  public static final String PAGE = "explorer.html";

  private static final Escaper NAMES = new PercentEscaper("-_.~", false);
  private static final Joiner LIST = Joiner.on(',');

  private ExplorerLink() {}

  /**
   * The address of a scenario in a page beside, or empty if it is one client's view, which the
   * explorer does not show.
   */
  public static Optional<String> of(Scenario scenario, Profile profile) {
    return scenario.steps().stream().anyMatch(step -> step.action().isAboutPeer())
        ? Optional.empty()
        : Optional.of(PAGE + "#" + fragment(scenario, profile));
  }

  /** Seven parts: profile, mode, users, servers, steps, end, name. */
  static String fragment(Scenario scenario, Profile profile) {
    return Joiner.on(';')
        .join(
            profile.id(),
            word(scenario.mode()),
            LIST.join(
                Iterables.transform(
                    scenario.participants(), user -> user.uid() + user.platform().id())),
            LIST.join(Iterables.transform(scenario.servers(), NAMES::escape)),
            LIST.join(Iterables.transform(scenario.steps(), ExplorerLink::step)),
            scenario.untilMillis(),
            NAMES.escape(scenario.name()));
  }

  /** Such as {@code 5000d1:uplink}. */
  private static String step(Step step) {
    return step.atMillis() + letter(step) + step.uid() + details(step);
  }

  private static String letter(Step step) {
    return switch (step.action()) {
      case JOIN -> "j";
      case DROP -> "d";
      case RESTORE -> "r";
      case LEAVE -> "l";
      case KILL -> "k";
      case RESTART -> "s";
      case PEER_HEARD, PEER_SILENT, PEER_LEFT ->
          throw new IllegalArgumentException(step.action().id() + " is of one client's view");
    };
  }

  private static String details(Step step) {
    return switch (step.action()) {
      case JOIN, RESTART ->
          step.channel().equals(Step.MAIN_CHANNEL) ? "" : ":" + NAMES.escape(step.channel());
      case DROP -> step.direction() == Direction.BOTH ? "" : ":" + word(step.direction());
      case RESTORE -> step.server().map(server -> ":" + NAMES.escape(server)).orElse("");
      case KILL -> step.context().map(ExplorerLink::context).orElse("");
      case LEAVE, PEER_HEARD, PEER_SILENT, PEER_LEFT -> "";
    };
  }

  private static String context(KillContext context) {
    return ":"
        + word(context.how())
        + (context.voip() ? ":voip" : ":no-voip")
        + (context.foreground() ? ":front" : ":back");
  }

  private static String word(Enum<?> constant) {
    return Ascii.toLowerCase(constant.name()).replace('_', '-');
  }
}
