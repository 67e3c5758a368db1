package org.rejoin.tck.reference;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Input;
import org.rejoin.api.PlatformAdapter;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.core.Client;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.TracedCallback;

/** One user's device: the client in its process, its network, and the app that is called back. */
final class Device {
  /** What the passing of time changed for others to notice. */
  enum Progress {
    /** Nothing that others would notice. */
    NOTHING,
    /** An attempt to connect was accepted: the network is to be restored. */
    BACK,
    /** The client gave up: its session is over. */
    GAVE_UP
  }

  private final UserId user;
  private final Family family;
  private final PlatformAdapter adapter;
  private final Profile profile;
  private final Recorder recorder;
  private final Client client;
  private final Attempts attempts;

  /** For when it is in {@link Alarms}, which alone use this. */
  long alarmMillis = Client.NEVER;

  /** The channel of the open session; empty while there is none. */
  private Optional<String> channel = Optional.empty();

  /** Which way the network is cut; empty while it works. */
  private Optional<Direction> cut = Optional.empty();

  Device(Participant who, Scenario scenario, Profile profile, Recorder recorder) {
    this.user = who.uid();
    this.family = who.platform().family();
    this.adapter = Adapters.of(who.platform());
    this.profile = profile;
    this.recorder = recorder;
    this.client = new Client(user, family, scenario.mode(), profile);
    this.attempts = new Attempts(user, scenario.servers(), recorder);
  }

  UserId user() {
    return user;
  }

  Attempts attempts() {
    return attempts;
  }

  /** Whether a killed process of this platform says goodbye by itself (KILL-01 to KILL-03). */
  boolean quitsWhenKilled() {
    return family == Family.APPLE;
  }

  boolean isInSession() {
    return channel.isPresent();
  }

  /** The channel of the open session; empty while there is none. */
  Optional<String> channel() {
    return channel;
  }

  boolean isCut() {
    return cut.isPresent();
  }

  /** Whether its own clocks run: nothing of the server arrives. */
  boolean isDeaf() {
    return cut.isPresent() && cut.get() != Direction.UPLINK;
  }

  /** Where others can hear it; empty if nowhere. */
  Optional<String> audibleIn() {
    return cut.isPresent() && cut.get() != Direction.DOWNLINK ? Optional.empty() : channel;
  }

  /** Where it can hear others; empty if nowhere. */
  Optional<String> listensIn() {
    return isDeaf() ? Optional.empty() : channel;
  }

  void join(String name, long nowMillis) {
    channel = Optional.of(name);
    cut = Optional.empty();
    attempts.join();
    tell(Input.Kind.JOIN, user, nowMillis);
    tell(Input.Kind.LINK_UP, user, nowMillis);
  }

  void end(long nowMillis) {
    channel = Optional.empty();
    cut = Optional.empty();
    attempts.stop();
    tell(Input.Kind.END, user, nowMillis);
  }

  void drop(Direction direction, long nowMillis) {
    cut = Optional.of(direction);
    if (isDeaf()) {
      tell(Input.Kind.LINK_DOWN, user, nowMillis);
    }
  }

  void restore(long nowMillis) {
    cut = Optional.empty();
    tell(Input.Kind.LINK_UP, user, nowMillis);
  }

  /** The network, or a remote user, is heard of. */
  void tell(Input.Kind kind, UserId about, long nowMillis) {
    callBack(client.accept(new Input(kind, about), nowMillis));
  }

  long nextDeadline() {
    return Math.min(client.nextDeadline(), attempts.nextDeadline());
  }

  /**
   * Lets fall what is due. An attempt comes before the deadlines of its instant, so that being back
   * at a deadline is in time (D-03), and after the interruption that has it begin to try.
   */
  Progress advanceTo(long nowMillis) {
    if (attempts.advanceTo(nowMillis)) {
      return Progress.BACK;
    }
    callBack(client.advanceTo(nowMillis));
    if (attempts.advanceTo(nowMillis)) {
      return Progress.BACK;
    }
    return isInSession() && !client.isInSession() ? Progress.GAVE_UP : Progress.NOTHING;
  }

  private void callBack(ImmutableList<Event> events) {
    for (Event event : events) {
      attempts.follow(event);
      adapter
          .callback(event, profile)
          .ifPresent(
              callback -> recorder.add(new TracedCallback(event.dueMillis(), user, callback)));
    }
  }
}
