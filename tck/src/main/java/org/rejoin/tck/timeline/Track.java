package org.rejoin.tck.timeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.timeline.Timeline.CallbackMark;
import org.rejoin.tck.timeline.Timeline.Deadline;
import org.rejoin.tck.timeline.Timeline.Lane;
import org.rejoin.tck.timeline.Timeline.Span;
import org.rejoin.tck.timeline.Timeline.State;
import org.rejoin.tck.timeline.Timeline.StepMark;

/** One user while its scenario is replayed: where it is, whom it hears, what is due on it. */
final class Track {
  private static final int NAME_COLUMNS = 24;

  private static final ImmutableMap<Direction, State> CUT =
      ImmutableMap.of(
          Direction.BOTH, State.CUT_OFF,
          Direction.UPLINK, State.CUT_UPLINK,
          Direction.DOWNLINK, State.CUT_DOWNLINK);

  private final UserId uid;
  private final Platform platform;
  private final List<Span> spans = new ArrayList<>();
  private final ImmutableList.Builder<StepMark> steps = ImmutableList.builder();
  private final ImmutableList.Builder<Deadline> deadlines = ImmutableList.builder();

  private State state = State.OUT;
  private String channel = "";
  private int sessions;
  private long sinceMillis;

  /** The server that it is connected to or was last; empty where none are named. */
  String server = "";

  final Set<UserId> heard = new HashSet<>();
  final List<Due> pending = new ArrayList<>();

  /** Windows that ended while it was cut off and can't tell who is there (D-09). */
  final List<Due> overdue = new ArrayList<>();

  Track(Participant who) {
    this.uid = who.uid();
    this.platform = who.platform();
  }

  UserId uid() {
    return uid;
  }

  Platform platform() {
    return platform;
  }

  State state() {
    return state;
  }

  /** When its state last changed. */
  long sinceMillis() {
    return sinceMillis;
  }

  boolean isInSession() {
    return switch (state) {
      case IN_CHANNEL, CUT_OFF, CUT_UPLINK, CUT_DOWNLINK -> true;
      case OUT, DEAD -> false;
    };
  }

  boolean isDeaf() {
    return state == State.CUT_OFF || state == State.CUT_DOWNLINK;
  }

  /** Where others can hear it; empty if nowhere. */
  Optional<String> audibleIn() {
    return state == State.IN_CHANNEL || state == State.CUT_DOWNLINK
        ? Optional.of(channel)
        : Optional.empty();
  }

  /** Where it can hear others; empty if nowhere. */
  Optional<String> listensIn() {
    return isInSession() && !isDeaf() ? Optional.of(channel) : Optional.empty();
  }

  void begin(String name, long nowMillis) {
    end(state, nowMillis);
    sessions++;
    channel = name;
    state = State.IN_CHANNEL;
  }

  /** The session ends, and with it all that it remembers. */
  void end(State next, long nowMillis) {
    become(next, nowMillis);
    heard.clear();
    pending.clear();
    overdue.clear();
  }

  void cut(Direction direction, long nowMillis) {
    become(CUT.getOrDefault(direction, State.CUT_OFF), nowMillis);
  }

  void restore(long nowMillis) {
    become(State.IN_CHANNEL, nowMillis);
    pending.removeIf(due -> due.about().equals(uid));
  }

  /** Closes the stretch so far; one without length is not to be seen. */
  private void become(State next, long nowMillis) {
    if (nowMillis > sinceMillis) {
      spans.add(new Span(state, sinceMillis, nowMillis, isInSession() ? sessions : 0));
    }
    sinceMillis = nowMillis;
    state = next;
  }

  void fell(Due due) {
    deadlines.add(new Deadline(due.atMillis(), due.label(), due.about()));
  }

  /** Whoever was not heard by the end of the instant of a recovery is gone. */
  void reconcile(long limitMillis) {
    if (!isDeaf() && sinceMillis < limitMillis) {
      overdue.forEach(this::fell);
      overdue.clear();
    }
  }

  void mark(Step step, boolean effective) {
    steps.add(new StepMark(step.atMillis(), step.action(), label(step), effective));
  }

  private static String label(Step step) {
    String word = step.action().id();
    if (step.action().isAboutPeer()) {
      return step.peer().map(peer -> word + " " + peer).orElse(word);
    }
    return switch (step.action()) {
      case JOIN, RESTART ->
          step.channel().equals(Step.MAIN_CHANNEL)
              ? word
              : word + " " + SafeText.clean(step.channel(), NAME_COLUMNS);
      case DROP ->
          switch (step.direction()) {
            case BOTH -> word;
            case UPLINK -> word + " uplink";
            case DOWNLINK -> word + " downlink";
          };
      case RESTORE ->
          step.server()
              .map(name -> word + " on " + SafeText.clean(name, NAME_COLUMNS))
              .orElse(word);
      case LEAVE, KILL, PEER_HEARD, PEER_SILENT, PEER_LEFT -> word;
    };
  }

  /** The lane, once the replay has come to its end. */
  Lane lane(ImmutableList<CallbackMark> callbacks) {
    return new Lane(
        uid,
        platform,
        ImmutableList.copyOf(spans),
        steps.build(),
        ImmutableList.sortedCopyOf(Comparator.comparingLong(Deadline::atMillis), deadlines.build()),
        callbacks);
  }

  /** Where a user is once this step has ended its session. */
  static State afterEnd(Action action) {
    return action == Action.KILL ? State.DEAD : State.OUT;
  }
}
