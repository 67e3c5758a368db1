package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** What the callbacks carry beside their names: whom and why. */
final class Payloads {
  private Payloads() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("payloads");
    addCarried(theme);
    return theme.all();
  }

  private static void addCarried(Theme theme) {
    theme
        .add(
            "peer-missing",
            "the callbacks about others carry no uid",
            Spoilt.callbacks(
                (platform, said) -> new Callback(said.name(), Optional.empty(), said.reason())))
        .add(
            "own-events-name-a-peer",
            "what a user is told of itself names it as the peer",
            Spoilt.trace(
                (unused, trace) ->
                    new Trace(
                        trace.callbacks().stream()
                            .map(Payloads::withPeer)
                            .collect(ImmutableList.toImmutableList()),
                        trace.server())))
        .add(
            "reasons-exchanged",
            "quit and dropped are exchanged",
            Spoilt.callbacks(
                (platform, said) ->
                    new Callback(said.name(), said.peer(), said.reason().map(Payloads::other))))
        .add(
            "always-dropped",
            "the reason is always dropped",
            Spoilt.callbacks(
                (platform, said) ->
                    new Callback(
                        said.name(), said.peer(), said.reason().map(unused -> Reason.DROPPED))));
  }

  private static TracedCallback withPeer(TracedCallback seen) {
    Callback said = seen.callback();
    Optional<UserId> peer = Optional.of(said.peer().orElse(seen.uid()));
    return new TracedCallback(
        seen.atMillis(), seen.uid(), new Callback(said.name(), peer, said.reason()));
  }

  private static Reason other(Reason reason) {
    return switch (reason) {
      case QUIT -> Reason.DROPPED;
      case DROPPED -> Reason.QUIT;
    };
  }
}
