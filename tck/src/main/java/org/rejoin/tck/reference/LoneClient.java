package org.rejoin.tck.reference;

import java.util.TreeSet;
import org.rejoin.api.Input;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;

/**
 * One user's device alone, in virtual time: what it hears of the server and of others, the
 * scenario's steps say (view client).
 */
final class LoneClient implements VirtualTime.Living {
  private final Scenario scenario;
  private final Recorder recorder = new Recorder();
  private final Device device;

  /** Who was heard since the last restore, in case that the device still waits for an attempt. */
  private final TreeSet<UserId> heardOnReturn = new TreeSet<>();

  /**
   * A device that has joined nothing yet.
   *
   * @throws InvalidScenarioException if there is more than one user
   */
  LoneClient(Scenario scenario, Profile profile) {
    if (scenario.participants().size() != 1) {
      throw new InvalidScenarioException(
          "participants",
          "a port with view client hosts one user, there are " + scenario.participants().size());
    }
    this.scenario = scenario;
    this.device = new Device(scenario.participants().get(0), scenario, profile, recorder);
  }

  Trace run() {
    VirtualTime.goThrough(scenario, this);
    return recorder.trace();
  }

  @Override
  public long nextDeadline() {
    return device.nextDeadline();
  }

  @Override
  public void letFall(long nowMillis) {
    switch (device.advanceTo(nowMillis)) {
      case BACK -> {
        restore(nowMillis);
        letFall(nowMillis);
      }
      case GAVE_UP -> device.end(nowMillis);
      case NOTHING -> {
        // Its callbacks are recorded already.
      }
    }
  }

  @Override
  public void apply(Step step) {
    long nowMillis = step.atMillis();
    switch (step.action()) {
      case JOIN, RESTART -> device.join(step.channel(), nowMillis);
      case DROP -> {
        if (device.isInSession() && !device.isCut()) {
          device.drop(step.direction(), nowMillis);
        }
      }
      case RESTORE -> {
        heardOnReturn.clear();
        if (device.isCut() && (device.attempts().accept(step.server()) || !device.isDeaf())) {
          restore(nowMillis);
        }
      }
      case LEAVE, KILL -> {
        if (device.isInSession()) {
          device.end(nowMillis);
        }
      }
      case PEER_HEARD -> hear(Input.Kind.USER_HEARD, step);
      case PEER_SILENT -> hear(Input.Kind.USER_SILENT, step);
      case PEER_LEFT -> hear(Input.Kind.USER_LEFT, step);
    }
  }

  private void restore(long nowMillis) {
    device.restore(nowMillis);
    heardOnReturn.forEach(peer -> device.tell(Input.Kind.USER_HEARD, peer, nowMillis));
  }

  /** News of a user reaches the client, or the server at which it will be back. */
  private void hear(Input.Kind kind, Step step) {
    UserId peer = step.peer().orElseThrow();
    if (!device.isDeaf()) {
      device.tell(kind, peer, step.atMillis());
    } else if (kind == Input.Kind.USER_HEARD) {
      heardOnReturn.add(peer);
    } else {
      heardOnReturn.remove(peer);
    }
  }
}
