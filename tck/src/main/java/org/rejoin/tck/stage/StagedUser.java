package org.rejoin.tck.stage;

import java.util.Optional;
import java.util.OptionalLong;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** One user as the stage sees it: where it can be heard, and where it hears others. */
final class StagedUser {
  private final Participant who;
  private final Profile profile;
  private final String firstServer;

  /** The channel of the open session; empty while there is none. */
  private Optional<String> channel = Optional.empty();

  /** Which way the network is cut; empty while it works. */
  private Optional<Direction> cut = Optional.empty();

  private long cutMillis;

  /** The server that it is connected to, or will be; without a meaning where none are named. */
  private String server;

  StagedUser(Participant who, Scenario scenario, Profile profile) {
    this.who = who;
    this.profile = profile;
    this.firstServer = scenario.servers().stream().findFirst().orElse("");
    this.server = firstServer;
  }

  Participant who() {
    return who;
  }

  /** Where others can hear it; empty if nowhere. */
  Optional<String> audibleIn() {
    return cut.isPresent() && cut.get() != Direction.DOWNLINK ? Optional.empty() : channel;
  }

  /** Where it can hear others; empty if nowhere. */
  Optional<String> hearsIn() {
    return isDeaf() ? Optional.empty() : channel;
  }

  /** The channel of its session, heard or not. */
  Optional<String> channel() {
    return channel;
  }

  private boolean isDeaf() {
    return cut.isPresent() && cut.get() != Direction.UPLINK;
  }

  /** Whether a killed process of this platform says goodbye by itself (KILL-01 to KILL-03). */
  boolean quitsWhenKilled() {
    return switch (who.platform().family()) {
      case APPLE -> true;
      case AWL, WEB -> false;
    };
  }

  /**
   * Whether it is back only when a later attempt is accepted: it has left its server, or that
   * server is not the one that accepts.
   */
  boolean waitsAfter(Step restore) {
    boolean left = restore.atMillis() > cutMillis + profile.interruptedAfterMillis();
    return isDeaf()
        && restore.server().isPresent()
        && (left || !server.equals(restore.server().get()));
  }

  /** When it gives up for good if it hears nothing any more (D-13); empty if it never does. */
  OptionalLong givesUpMillis() {
    return isDeaf() && profile.giveUpAfterMillis().isPresent()
        ? OptionalLong.of(cutMillis + profile.giveUpAfterMillis().getAsLong())
        : OptionalLong.empty();
  }

  /** The one door: what a step does to this user; one that can't do anything does nothing. */
  void apply(Step step) {
    switch (step.action()) {
      case JOIN, RESTART -> {
        channel = Optional.of(step.channel());
        cut = Optional.empty();
        server = firstServer;
      }
      case DROP -> {
        if (channel.isPresent() && cut.isEmpty()) {
          cut = Optional.of(step.direction());
          cutMillis = step.atMillis();
        }
      }
      case RESTORE -> {
        if (isDeaf()) {
          server = step.server().orElse(server);
        }
        cut = Optional.empty();
      }
      case LEAVE, KILL -> end();
      case PEER_HEARD, PEER_SILENT, PEER_LEFT ->
          throw new IllegalArgumentException(
              "'" + step.action().id() + "' is a step of one client's view already");
    }
  }

  /** The session is over; there is no network without one. */
  void end() {
    channel = Optional.empty();
    cut = Optional.empty();
  }
}
