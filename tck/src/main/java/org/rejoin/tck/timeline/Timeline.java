package org.rejoin.tck.timeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.presence.Link;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/**
 * What a picture of one scenario shows, apart from how it is drawn. All times are in milliseconds
 * from the scenario's start; all texts are cleaned already.
 *
 * @param title the scenario's name, and its mode if that is not the usual one; may be empty
 * @param profileId the profile whose constants the deadlines come from
 * @param untilMillis the last instant looked at
 * @param axis where each instant goes from left to right
 * @param lanes one for each user, in the scenario's order
 * @param server what servers saw; empty where a port shows nothing of it
 */
public record Timeline(
    String title,
    String profileId,
    long untilMillis,
    Axis axis,
    ImmutableList<Lane> lanes,
    ImmutableList<ServerMark> server) {

  /**
   * The timeline of a trace.
   *
   * @param scenario what was done to whom and when
   * @param seen what was observed
   * @param expected what was required or permitted, each with what was seen for it
   * @param profile the constants in force
   */
  public static Timeline of(
      Scenario scenario, Trace seen, ImmutableList<Expectation> expected, Profile profile) {
    return TimelineBuilder.build(scenario, seen, expected, profile);
  }

  /**
   * One user's part of the picture.
   *
   * @param uid who it is
   * @param platform what its SDK runs on
   * @param spans where it was, without gaps from 0 to the end
   * @param steps what was done to it, in the order written
   * @param deadlines what fell due on it because of a silence, in time order
   * @param callbacks what its app was told or should have been, in time order
   */
  public record Lane(
      UserId uid,
      Platform platform,
      ImmutableList<Span> spans,
      ImmutableList<StepMark> steps,
      ImmutableList<Deadline> deadlines,
      ImmutableList<CallbackMark> callbacks) {}

  /**
   * A stretch of time in which a user's state was the same.
   *
   * @param link whether it was in a session, and what of its network worked
   * @param fromMillis its first instant
   * @param toMillis its end
   * @param session which of the user's sessions it belongs to, from 1; 0 outside of any
   */
  public record Span(Link link, long fromMillis, long toMillis, int session) {}

  /**
   * Something done to a user.
   *
   * @param atMillis when
   * @param order how many steps are written before it, to anybody
   * @param action what
   * @param label the same in words, with its details
   * @param effective whether it changed anything; a restore without a drop does not
   */
  public record StepMark(
      long atMillis, int order, Action action, String label, boolean effective) {}

  /**
   * An instant at which a constant of the profile ran out, before the silence ended. For a window
   * that ended while the observer was cut off itself, only if the user is absent when it recovers.
   *
   * @param atMillis when
   * @param label the constant, such as {@code 20 s}
   * @param about whose silence it was: the lane's own user, or one that it observes
   */
  public record Deadline(long atMillis, String label, UserId about) {}

  /**
   * A callback that was seen, or should have been.
   *
   * @param atMillis when it was seen; for a missing one, when it was due
   * @param label the callback with its peer, such as {@code onUserOffline(1)}
   * @param reason why the peer is gone, where that was reported
   * @param status seen against expected
   * @param rules the rules that it comes from; empty for an unexpected one
   */
  public record CallbackMark(
      long atMillis,
      String label,
      Optional<Reason> reason,
      Status status,
      ImmutableSet<Rule> rules) {}

  /** How a callback compares to what the oracle expected. */
  public enum Status {
    /** Required and seen. */
    AS_EXPECTED("as expected"),
    /** Seen, and a conforming port might have left it out. */
    PERMITTED("permitted"),
    /** Seen in time, but before what had to come first. */
    WRONG_ORDER("in the wrong order"),
    /** Seen, though neither required nor permitted then. */
    UNEXPECTED("unexpected"),
    /** Required then, and not seen. */
    MISSING("missing");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** It in words. */
    public String word() {
      return word;
    }
  }

  /**
   * Something that servers saw, once or several times in a row.
   *
   * @param atMillis when, in time order; never empty
   * @param label what
   */
  public record ServerMark(ImmutableList<Long> atMillis, String label) {}
}
