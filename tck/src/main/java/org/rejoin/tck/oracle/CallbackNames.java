package org.rejoin.tck.oracle;

import static org.rejoin.api.CallbackSignature.SILENT;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
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
      ImmutableMap.ofEntries(
          // NET-01, NET-05, NET-11, NET-08, KILL-01, NET-15
          row(Family.AWL, Event.Kind.INTERRUPTED, "onConnectionInterrupted"),
          row(Family.AWL, Event.Kind.LOST, "onConnectionLost"),
          row(Family.AWL, Event.Kind.REJOINED, "didRejoinChannel", "channel", "uid", "elapsed"),
          row(Family.AWL, Event.Kind.USER_DROPPED, "onUserOffline", "uid", "reason"),
          row(Family.AWL, Event.Kind.USER_QUIT, "onUserOffline", "uid", "reason"),
          row(Family.AWL, Event.Kind.USER_JOINED, "onUserJoined", "uid", "elapsed"),
          // NET-02, NET-06, NET-12, NET-09, KILL-02, NET-16
          row(Family.APPLE, Event.Kind.INTERRUPTED, "rtcEngineConnectionDidInterrupted", "engine"),
          row(Family.APPLE, Event.Kind.LOST, "rtcEngineConnectionDidLost", "engine"),
          row(
              Family.APPLE,
              Event.Kind.REJOINED,
              "didRejoinChannel",
              "engine",
              "channel",
              "uid",
              "elapsed"),
          row(Family.APPLE, Event.Kind.USER_DROPPED, "didOfflineOfUid", "engine", "uid", "reason"),
          row(Family.APPLE, Event.Kind.USER_QUIT, "didOfflineOfUid", "engine", "uid", "reason"),
          row(Family.APPLE, Event.Kind.USER_JOINED, "didJoinedOfUid", "engine", "uid", "elapsed"),
          // NET-03, NET-07, NET-13, NET-10, KILL-03, NET-17
          Map.entry(new CallbackKey(Family.WEB, Event.Kind.INTERRUPTED), SILENT),
          Map.entry(new CallbackKey(Family.WEB, Event.Kind.LOST), SILENT),
          Map.entry(new CallbackKey(Family.WEB, Event.Kind.REJOINED), SILENT),
          row(Family.WEB, Event.Kind.USER_DROPPED, "stream-removed", "event"),
          row(Family.WEB, Event.Kind.USER_QUIT, "peer-leave", "event"),
          row(Family.WEB, Event.Kind.USER_JOINED, "stream-added", "event"));

  private CallbackNames() {}

  /** Every family and kind with the text's name and the vendor's parameters. */
  public static ImmutableMap<CallbackKey, CallbackSignature> table() {
    return TABLE;
  }

  private static Map.Entry<CallbackKey, CallbackSignature> row(
      Family family, Event.Kind kind, String name, String... parameters) {
    return Map.entry(new CallbackKey(family, kind), CallbackSignature.of(name, parameters));
  }
}
