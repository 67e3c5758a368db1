package org.rejoin.tck.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.rejoin.api.Callback;
import org.rejoin.api.EventListener;
import org.rejoin.api.Platform;
import org.rejoin.api.PlatformAdapter;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.TracedCallback;

/**
 * Records one channel while it goes on. Everything is stamped when it is recorded, in one order, so
 * whoever does something to a user records it just before, and whoever tells an app records it just
 * before, too.
 *
 * <p>Safe for several threads. What it keeps is bounded by the channel's users.
 */
public final class ChannelRecorder implements AutoCloseable {
  private final RecordingWriter recording;
  private final String name;
  private final LongSupplier clock;

  /** Whose platform was written. Guarded by the recording's lock, as what is below. */
  private final Set<UserId> introduced = new HashSet<>();

  private long lastMillis;
  private boolean ended;

  ChannelRecorder(RecordingWriter recording, String name, Circumstances how, LongSupplier clock) {
    this.recording = recording;
    this.name = name;
    this.clock = clock;
    recording.write(() -> Optional.of(OpenForm.begin(name, now(), how)));
  }

  /**
   * Something is done to a user, now; the step's own time is not looked at. Its channel {@code
   * main} is this one.
   *
   * @param platform what the user's SDK runs on
   */
  public void did(Step step, Platform platform) {
    line(step.uid(), platform, () -> OpenForm.step(name, step.withAtMillis(now())));
  }

  /** An app is told something, now. */
  public void told(UserId uid, Platform platform, Callback callback) {
    line(uid, platform, () -> OpenForm.callback(name, new TracedCallback(now(), uid, callback)));
  }

  /** The server destroys this channel, now. */
  public void destroyed() {
    write(() -> OpenForm.event(name, new ServerEvent.ChannelDestroyed(now(), Step.MAIN_CHANNEL)));
  }

  /**
   * A listener for one user's client: it records each event under the name that the user's platform
   * has for it, and passes it on. So it goes where the app's own listener would.
   *
   * @param uid whose client it is
   * @param platform what it runs on
   * @param adapter the platform's names
   * @param profile the names in force
   * @param app is told every event after it was recorded
   */
  public EventListener listener(
      UserId uid, Platform platform, PlatformAdapter adapter, Profile profile, EventListener app) {
    return event -> {
      adapter.callback(event, profile).ifPresent(callback -> told(uid, platform, callback));
      app.onEvent(event);
    };
  }

  /** Nothing is recorded after this: the channel is judged up to now. May be repeated. */
  @Override
  public void close() {
    write(
        () -> {
          ObjectNode end = OpenForm.end(name, now());
          ended = true;
          return end;
        });
  }

  private void line(UserId uid, Platform platform, Supplier<ObjectNode> line) {
    write(
        () -> {
          ObjectNode tree = line.get();
          return introduced.add(uid) ? tree.put("platform", platform.id()) : tree;
        });
  }

  private void write(Supplier<ObjectNode> line) {
    recording.write(() -> ended ? Optional.empty() : Optional.of(line.get()));
  }

  /** The present instant; a clock that runs backwards stands still here. */
  private long now() {
    lastMillis = Math.max(lastMillis, clock.getAsLong());
    return lastMillis;
  }
}
