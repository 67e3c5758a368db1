package org.rejoin.core;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;

/** Gathers the events of one call, in order. */
final class Outbox {
  private final List<Event> events = new ArrayList<>();

  void add(Event.Kind kind, UserId user, long dueMillis) {
    events.add(new Event(kind, user, dueMillis));
  }

  ImmutableList<Event> drain() {
    if (events.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList<Event> drained = ImmutableList.copyOf(events);
    events.clear();
    return drained;
  }
}
