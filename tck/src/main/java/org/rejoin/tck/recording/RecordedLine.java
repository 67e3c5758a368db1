package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** One line of a recording; each has its number in the file, from 1. */
sealed interface RecordedLine {

  /** The line's number in its file. */
  long number();

  /** A line of the open form, which is about one channel. */
  sealed interface OfChannel extends RecordedLine {
    /** Which one. */
    String channel();

    /** When, in milliseconds. */
    long atMillis();
  }

  /** A line about a user, on the first of which stands its platform. */
  sealed interface OfUser extends OfChannel {
    /** Who it is. */
    UserId uid();

    /** What its SDK runs on, where the line says so. */
    Optional<Platform> platform();
  }

  /** A channel's first line may say what holds for all that follow. */
  record Begin(long number, String channel, long atMillis, Circumstances how)
      implements OfChannel {}

  /** Something was done to a user. */
  record Did(long number, String channel, Optional<Platform> platform, Step step)
      implements OfUser {
    @Override
    public long atMillis() {
      return step.atMillis();
    }

    @Override
    public UserId uid() {
      return step.uid();
    }
  }

  /**
   * An app was told something.
   *
   * @param otherReason the reason, if it is neither of the two that rules are about; else empty
   */
  record Told(
      long number,
      String channel,
      Optional<Platform> platform,
      TracedCallback callback,
      String otherReason)
      implements OfUser {
    @Override
    public long atMillis() {
      return callback.atMillis();
    }

    @Override
    public UserId uid() {
      return callback.uid();
    }
  }

  /** A client tried to connect. */
  record Tried(
      long number, String channel, Optional<Platform> platform, ServerEvent.ConnectAttempt attempt)
      implements OfUser {
    @Override
    public long atMillis() {
      return attempt.atMillis();
    }

    @Override
    public UserId uid() {
      return attempt.uid();
    }
  }

  /** A server destroyed a channel: this one, or another one that users of this one entered. */
  record Destroyed(long number, String channel, ServerEvent.ChannelDestroyed event)
      implements OfChannel {
    @Override
    public long atMillis() {
      return event.atMillis();
    }
  }

  /** The channel's last line: nothing was recorded after this instant. */
  record End(long number, String channel, long atMillis) implements OfChannel {}

  /**
   * A whole trace in one line, the closed form.
   *
   * @param otherReasons reasons of callbacks that rules are not about, by the callback's index
   */
  record Closed(
      long number,
      Scenario scenario,
      Trace trace,
      Circumstances how,
      ImmutableMap<Integer, String> otherReasons)
      implements RecordedLine {}

  /**
   * A line that can't be used.
   *
   * @param number its number
   * @param channel whose it is, where that much could be read
   * @param problem which field is wrong and what is expected, or what is wrong with all of it
   * @param cutOff whether it is the file's last line and its end is missing
   */
  record Broken(long number, Optional<String> channel, String problem, boolean cutOff)
      implements RecordedLine {}
}
