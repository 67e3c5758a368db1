package org.rejoin.tck.reference;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.rejoin.api.Input;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.core.Channel;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;

/**
 * Everything between the users of one scenario, in virtual time: who hears whom, and the channels.
 */
final class World implements VirtualTime.Living {
  private final Scenario scenario;
  private final Profile profile;
  private final Recorder recorder = new Recorder();
  private final TreeMap<UserId, Device> devices = new TreeMap<>();
  private final Alarms alarms = new Alarms();
  private final TreeMap<String, Channel> channels = new TreeMap<>();

  /** Who has a session in each channel, heard or not: nobody else is to do with a change there. */
  private final Map<String, Map<UserId, Device>> sessions = new TreeMap<>();

  World(Scenario scenario, Profile profile) {
    this.scenario = scenario;
    this.profile = profile;
    scenario
        .participants()
        .forEach(who -> devices.put(who.uid(), new Device(who, scenario, profile, recorder)));
  }

  Trace run() {
    VirtualTime.goThrough(scenario, this);
    return recorder.trace();
  }

  @Override
  public long nextDeadline() {
    long next = alarms.nextMillis();
    for (Channel channel : channels.values()) {
      next = Math.min(next, channel.nextDeadline());
    }
    return next;
  }

  /** What is due now. A reconnect is somebody's presence, so it comes before others' deadlines. */
  @Override
  public void letFall(long nowMillis) {
    for (Device device : alarms.takeDue(nowMillis)) {
      if (device.isDeaf()) {
        advance(device, nowMillis);
      }
      alarms.set(device);
    }
    for (Device device : alarms.takeDue(nowMillis)) {
      advance(device, nowMillis);
      alarms.set(device);
    }
    channels.forEach((name, channel) -> record(name, channel.advanceTo(nowMillis)));
  }

  private void advance(Device device, long nowMillis) {
    switch (device.advanceTo(nowMillis)) {
      case BACK -> restore(device, nowMillis);
      case GAVE_UP ->
          changeHearing(device, nowMillis, Input.Kind.USER_SILENT, () -> device.end(nowMillis));
      case NOTHING -> {
        // Its callbacks are recorded already.
      }
    }
  }

  @Override
  public void apply(Step step) {
    Device device = devices.get(step.uid());
    if (device == null) {
      throw new IllegalArgumentException("no participant has uid " + step.uid());
    }
    long nowMillis = step.atMillis();
    switch (step.action()) {
      case JOIN, RESTART -> {
        Runnable joining = () -> device.join(step.channel(), nowMillis);
        changeHearing(device, nowMillis, Input.Kind.USER_SILENT, joining);
        hearOthers(device, nowMillis);
      }
      case DROP -> {
        if (device.isInSession() && !device.isCut()) {
          Runnable dropping = () -> device.drop(step.direction(), nowMillis);
          changeHearing(device, nowMillis, Input.Kind.USER_SILENT, dropping);
        }
      }
      case RESTORE -> {
        if (device.isCut() && (device.attempts().accept(step.server()) || !device.isDeaf())) {
          restore(device, nowMillis);
        }
      }
      case LEAVE -> end(device, nowMillis, Input.Kind.USER_LEFT);
      case KILL ->
          end(
              device,
              nowMillis,
              device.quitsWhenKilled() ? Input.Kind.USER_LEFT : Input.Kind.USER_SILENT);
      case PEER_HEARD, PEER_SILENT, PEER_LEFT ->
          throw new InvalidScenarioException(
              "steps", "'" + step.action().id() + "' is for ports with view client");
    }
  }

  private void end(Device device, long nowMillis, Input.Kind lastWord) {
    if (device.isInSession()) {
      changeHearing(device, nowMillis, lastWord, () -> device.end(nowMillis));
    }
  }

  private void restore(Device device, long nowMillis) {
    boolean wasDeaf = device.isDeaf();
    changeHearing(device, nowMillis, Input.Kind.USER_SILENT, () -> device.restore(nowMillis));
    if (wasDeaf) {
      hearOthers(device, nowMillis);
    }
  }

  /**
   * Makes a change to a device and tells the others, and the channels, what of it they can hear.
   */
  private void changeHearing(Device device, long nowMillis, Input.Kind lastWord, Runnable change) {
    Optional<String> before = device.audibleIn();
    Optional<String> wasIn = device.channel();
    change.run();
    alarms.set(device);
    if (!wasIn.equals(device.channel())) {
      wasIn.ifPresent(name -> sessions(name).remove(device.user()));
      device.channel().ifPresent(name -> sessions(name).put(device.user(), device));
    }
    Optional<String> after = device.audibleIn();
    if (before.equals(after)) {
      return;
    }
    before.ifPresent(
        name -> {
          tellListeners(name, lastWord, device.user(), nowMillis);
          record(name, channel(name).absent(device.user(), nowMillis));
        });
    after.ifPresent(
        name -> {
          tellListeners(name, Input.Kind.USER_HEARD, device.user(), nowMillis);
          record(name, channel(name).present(device.user(), nowMillis));
        });
  }

  private void tellListeners(String name, Input.Kind kind, UserId about, long nowMillis) {
    for (Device other : sessions(name).values()) {
      if (!other.user().equals(about) && !other.isDeaf()) {
        other.tell(kind, about, nowMillis);
        alarms.set(other);
      }
    }
  }

  private void hearOthers(Device device, long nowMillis) {
    String name = device.listensIn().orElseThrow();
    for (Device other : sessions(name).values()) {
      if (other != device && other.audibleIn().isPresent()) {
        device.tell(Input.Kind.USER_HEARD, other.user(), nowMillis);
      }
    }
    alarms.set(device);
  }

  private Map<UserId, Device> sessions(String name) {
    return sessions.computeIfAbsent(name, unused -> new TreeMap<>());
  }

  private Channel channel(String name) {
    return channels.computeIfAbsent(name, unused -> new Channel(profile));
  }

  private void record(String name, OptionalLong destroyedMillis) {
    destroyedMillis.ifPresent(
        millis -> recorder.add(new ServerEvent.ChannelDestroyed(millis, name)));
  }
}
