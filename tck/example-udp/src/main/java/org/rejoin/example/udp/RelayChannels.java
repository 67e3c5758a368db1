package org.rejoin.example.udp;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.core.Channel;

/**
 * The relay's channels: each lives until it was silent for long enough (KILL-10). A server can't
 * see that a user becomes absent, only when it heard it last, so each packet is a presence that
 * ends as it begins.
 */
final class RelayChannels {
  private final Profile profile;
  private final Recorder recorder;
  private final long startNanos = System.nanoTime();
  private final Map<String, Channel> channels = new TreeMap<>();

  /**
   * No channel yet.
   *
   * @param profile the constants in wall milliseconds
   * @param recorder is told of every channel that is destroyed
   */
  RelayChannels(Profile profile, Recorder recorder) {
    this.profile = profile;
    this.recorder = recorder;
  }

  /** A packet of a user in a channel. */
  void heard(String name, UserId user) {
    Channel channel = channels.computeIfAbsent(name, unused -> new Channel(profile));
    long nowMillis = nowMillis();
    record(name, channel.present(user, nowMillis));
    record(name, channel.absent(user, nowMillis));
  }

  /** Destroys what is due. */
  void advance() {
    long nowMillis = nowMillis();
    channels.forEach((name, channel) -> record(name, channel.advanceTo(nowMillis)));
  }

  private void record(String name, OptionalLong destroyedMillis) {
    destroyedMillis.ifPresent(unused -> recorder.addDestroyed(name));
  }

  private long nowMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
  }
}
