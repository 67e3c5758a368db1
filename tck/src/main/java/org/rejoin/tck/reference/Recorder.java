package org.rejoin.tck.reference;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Writes down what the apps are told and what the servers see. */
final class Recorder {
  private final ImmutableList.Builder<TracedCallback> callbacks = ImmutableList.builder();
  private final ImmutableList.Builder<ServerEvent> server = ImmutableList.builder();

  void add(TracedCallback callback) {
    callbacks.add(callback);
  }

  void add(ServerEvent event) {
    server.add(event);
  }

  Trace trace() {
    return new Trace(callbacks.build(), server.build());
  }
}
