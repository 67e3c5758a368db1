package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Platform;
import org.rejoin.api.Reason;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.KillContext;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.timeline.SafeText;

/** Makes lines of the open form of their fields, and holds each to what it may say. */
final class OpenLines {
  private static final int COLUMNS = 60;

  private static final ImmutableSet<String> ACTIONS =
      Arrays.stream(Action.values())
          .filter(action -> !action.isAboutPeer())
          .map(Action::id)
          .collect(ImmutableSet.toImmutableSet());

  private static final ImmutableSet<String> PLATFORMS =
      Arrays.stream(Platform.values()).map(Platform::id).collect(ImmutableSet.toImmutableSet());

  private OpenLines() {}

  /**
   * The line.
   *
   * @throws InvalidScenarioException naming the field that is wrong or missing
   */
  static RecordedLine of(long number, LineFields from) {
    require(!from.channel.isEmpty(), "channel", "is missing: it says which channel the line is of");
    if (from.endMillis != LineFields.NONE) {
      require(from.action.isEmpty() && from.name.isEmpty(), "end", "stands in a line of its own");
      return new RecordedLine.End(number, from.channel, from.endMillis);
    }
    require(
        from.action.isEmpty() != from.name.isEmpty(),
        from.action.isEmpty() ? "do" : "name",
        from.action.isEmpty()
            ? "is missing: a line has `do` (a stimulus), `name` (a callback), `begin` or `end`"
            : "does not go with `do`: a stimulus and a callback are two lines");
    require(from.atMillis != LineFields.NONE, "at", "is missing: it says when, in milliseconds");
    if (from.name.equals("channel-destroyed")) {
      String other = from.otherChannel.isEmpty() ? from.channel : from.otherChannel;
      return new RecordedLine.Destroyed(
          number, from.channel, new ServerEvent.ChannelDestroyed(from.atMillis, other));
    }
    require(from.uid != LineFields.NONE, "uid", "is missing: it says whose app or client it is");
    Optional<Platform> platform = platform(from.platform);
    if (!from.action.isEmpty()) {
      return new RecordedLine.Did(number, from.channel, platform, step(from));
    }
    if (from.name.equals("connect-attempt")) {
      require(!from.server.isEmpty(), "server", "is missing: it says which one was tried");
      return new RecordedLine.Tried(
          number,
          from.channel,
          platform,
          new ServerEvent.ConnectAttempt(from.atMillis, from.user(), from.server));
    }
    Optional<Reason> reason = reason(from.reason);
    return new RecordedLine.Told(
        number,
        from.channel,
        platform,
        new TracedCallback(
            from.atMillis, from.user(), new Callback(from.name, from.peerUser(), reason)),
        reason.isPresent() ? "" : from.reason);
  }

  private static Step step(LineFields from) {
    Optional<Action> known = Action.ofId(from.action);
    if (known.isEmpty() || known.get().isAboutPeer()) {
      throw wrong("do", from.action, ACTIONS);
    }
    Action action = known.get();
    require(from.peer == LineFields.NONE, "peer", "belongs to a callback");
    require(from.reason.isEmpty(), "reason", "belongs to a callback");
    boolean enters = action.beginsSession();
    require(from.otherChannel.isEmpty() || enters, "otherChannel", "belongs to a join or restart");
    require(from.direction.isEmpty() || action == Action.DROP, "direction", "belongs to a drop");
    require(from.context.isEmpty() || action == Action.KILL, "context", "belongs to a kill");
    require(from.server.isEmpty() || action == Action.RESTORE, "server", "belongs to a restore");
    return new Step(
        from.atMillis,
        action,
        from.user(),
        from.otherChannel.isEmpty() ? from.channel : from.otherChannel,
        direction(from.direction),
        from.context,
        from.server.isEmpty() ? Optional.empty() : Optional.of(from.server),
        Optional.empty());
  }

  /** Holds a step to the platform of its user, once that is known. */
  static void check(Step step, Platform platform) {
    require(
        step.context().isEmpty()
            || platform == Platform.WEB
            || !step.context()
                .map(KillContext::how)
                .equals(Optional.of(KillContext.How.PAGE_CLOSED)),
        "context.how",
        "\"page-closed\" exists on web only");
  }

  private static Direction direction(String word) {
    return switch (word) {
      case "", "both" -> Direction.BOTH;
      case "uplink" -> Direction.UPLINK;
      case "downlink" -> Direction.DOWNLINK;
      default -> throw wrong("direction", word, ImmutableSet.of("both", "uplink", "downlink"));
    };
  }

  /** A reason that rules are about; empty if they are not about this one, or there is none. */
  static Optional<Reason> reason(String word) {
    return switch (word) {
      case "quit" -> Optional.of(Reason.QUIT);
      case "dropped" -> Optional.of(Reason.DROPPED);
      default -> Optional.empty();
    };
  }

  private static Optional<Platform> platform(String word) {
    return word.isEmpty()
        ? Optional.empty()
        : Optional.of(Platform.ofId(word).orElseThrow(() -> wrong("platform", word, PLATFORMS)));
  }

  private static InvalidScenarioException wrong(
      String field, String was, ImmutableSet<String> words) {
    return new InvalidScenarioException(field, "'" + brief(was) + "' is none of " + words);
  }

  private static void require(boolean holds, String field, String reason) {
    if (!holds) {
      throw new InvalidScenarioException(field, reason);
    }
  }

  /** Something of a line, as much of it as a message may show. */
  static String brief(String text) {
    return SafeText.clean(text, COLUMNS);
  }
}
