package org.rejoin.core.realtime;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.UserId;
import org.rejoin.core.Reconnect;

/** A client in a hand-driven world, and what its app saw, as {@code KIND(user)@due}. */
final class Edge {
  static final UserId ME = UserId.of(1);
  static final UserId BOB = UserId.of(2);

  final ManualScheduler time = new ManualScheduler();
  final List<Throwable> failures = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();

  /** What the app does on each event, beside writing it down. */
  Consumer<Event> app = event -> {};

  RealtimeClientBuilder builder(Executor executor) {
    return RealtimeClient.builder(ME, Family.AWL, executor, this::onEvent)
        .scheduler(time)
        .ticker(time.ticker())
        .onFailure(failures::add);
  }

  /** A client whose callbacks run where they are brought about. */
  RealtimeClient client() {
    return builder(Runnable::run).build();
  }

  /** The same, with attempts to reconnect. */
  RealtimeClient client(Reconnect.Pacing pacing, String... servers) {
    return builder(Runnable::run)
        .reconnect(ImmutableList.copyOf(servers), pacing, this::onAttempt)
        .build();
  }

  void onAttempt(Reconnect.Attempt attempt) {
    seen.add(attempt.server() + "#" + attempt.number() + "@" + attempt.dueMillis());
  }

  private void onEvent(Event event) {
    seen.add(event.kind() + "(" + event.user() + ")@" + event.dueMillis());
    app.accept(event);
  }

  /** What the app saw since this was last asked. */
  ImmutableList<String> seen() {
    ImmutableList<String> taken = ImmutableList.copyOf(seen);
    seen.clear();
    return taken;
  }
}
