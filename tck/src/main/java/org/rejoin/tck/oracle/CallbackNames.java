package org.rejoin.tck.oracle;

import static org.rejoin.api.CallbackSignature.SILENT;

import com.google.common.collect.ImmutableMap;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Event;
import org.rejoin.api.Family;

/**
 * The kit's own table of callback names: one row for each family and kind of event.
 *
 * <p>Transcribed from the text apart from the adapters, on purpose: a slip in one of the two copies
 * shows. What is in force under a profile is in {@link NamesInForce}.
 */
public final class CallbackNames {

  private static final ImmutableMap<CallbackKey, CallbackSignature> TABLE =
      new Rows()
          // NET-01, NET-05, NET-11, NET-08, KILL-01, NET-15
          .of(Family.AWL, Event.Kind.INTERRUPTED, "onConnectionInterrupted")
          .of(Family.AWL, Event.Kind.LOST, "onConnectionLost")
          .of(Family.AWL, Event.Kind.REJOINED, "didRejoinChannel", "channel", "uid", "elapsed")
          .of(Family.AWL, Event.Kind.USER_DROPPED, "onUserOffline", "uid", "reason")
          .of(Family.AWL, Event.Kind.USER_QUIT, "onUserOffline", "uid", "reason")
          .of(Family.AWL, Event.Kind.USER_JOINED, "onUserJoined", "uid", "elapsed")
          // NET-02, NET-06, NET-12, NET-09, KILL-02, NET-16
          .of(Family.APPLE, Event.Kind.INTERRUPTED, "rtcEngineConnectionDidInterrupted", "engine")
          .of(Family.APPLE, Event.Kind.LOST, "rtcEngineConnectionDidLost", "engine")
          .of(
              Family.APPLE,
              Event.Kind.REJOINED,
              "didRejoinChannel",
              "engine",
              "channel",
              "uid",
              "elapsed")
          .of(Family.APPLE, Event.Kind.USER_DROPPED, "didOfflineOfUid", "engine", "uid", "reason")
          .of(Family.APPLE, Event.Kind.USER_QUIT, "didOfflineOfUid", "engine", "uid", "reason")
          .of(Family.APPLE, Event.Kind.USER_JOINED, "didJoinedOfUid", "engine", "uid", "elapsed")
          // NET-03, NET-07, NET-13, NET-10, KILL-03, NET-17
          .silent(Family.WEB, Event.Kind.INTERRUPTED)
          .silent(Family.WEB, Event.Kind.LOST)
          .silent(Family.WEB, Event.Kind.REJOINED)
          .of(Family.WEB, Event.Kind.USER_DROPPED, "stream-removed", "event")
          .of(Family.WEB, Event.Kind.USER_QUIT, "peer-leave", "event")
          .of(Family.WEB, Event.Kind.USER_JOINED, "stream-added", "event")
          .build();

  private CallbackNames() {}

  /** Every family and kind with the text's name and the vendor's parameters. */
  public static ImmutableMap<CallbackKey, CallbackSignature> table() {
    return TABLE;
  }

  /** Lets the table above read as a table. */
  private static final class Rows {
    private final ImmutableMap.Builder<CallbackKey, CallbackSignature> rows =
        ImmutableMap.builder();

    Rows of(Family family, Event.Kind kind, String name, String... parameters) {
      rows.put(new CallbackKey(family, kind), CallbackSignature.of(name, parameters));
      return this;
    }

    Rows silent(Family family, Event.Kind kind) {
      rows.put(new CallbackKey(family, kind), SILENT);
      return this;
    }

    ImmutableMap<CallbackKey, CallbackSignature> build() {
      return rows.buildOrThrow();
    }
  }
}
