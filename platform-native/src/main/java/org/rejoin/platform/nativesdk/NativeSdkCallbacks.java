package org.rejoin.platform.nativesdk;

import org.rejoin.api.CallbackKey;
import org.rejoin.api.Event;
import org.rejoin.api.EventListener;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;

/** Turns events into calls of the app's handler. As safe for threads as the handler is. */
public final class NativeSdkCallbacks implements EventListener {
  private final RtcEngineEventHandler handler;
  private final boolean shippedName;
  private final String channel;
  private final long joinedMillis;

  /**
   * Callbacks for one session.
   *
   * @param handler the app's handler
   * @param profile the names in force
   * @param channel the channel that was joined
   * @param joinedMillis when, on the time line of the events, in milliseconds
   */
  public NativeSdkCallbacks(
      RtcEngineEventHandler handler, Profile profile, String channel, long joinedMillis) {
    this.handler = handler;
    this.shippedName =
        "onRejoinChannelSuccess"
            .equals(profile.names().get(new CallbackKey(Family.AWL, Event.Kind.REJOINED)));
    this.channel = channel;
    this.joinedMillis = joinedMillis;
  }

  @Override
  public void onEvent(Event event) {
    long uid = event.user().value();
    // 24.8 days after the join an int is full, and stays so.
    int elapsed = (int) Math.min(event.dueMillis() - joinedMillis, Integer.MAX_VALUE);
    switch (event.kind()) {
      case INTERRUPTED -> handler.onConnectionInterrupted();
      case LOST -> handler.onConnectionLost();
      case REJOINED -> {
        if (shippedName) {
          handler.onRejoinChannelSuccess(channel, uid, elapsed);
        } else {
          handler.didRejoinChannel(channel, uid, elapsed);
        }
      }
      case USER_DROPPED -> handler.onUserOffline(uid, RtcEngineEventHandler.USER_OFFLINE_DROPPED);
      case USER_QUIT -> handler.onUserOffline(uid, RtcEngineEventHandler.USER_OFFLINE_QUIT);
      case USER_JOINED -> handler.onUserJoined(uid, elapsed);
    }
  }
}
