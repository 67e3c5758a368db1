package org.rejoin.platform.nativesdk;

/**
 * What an app on Android, Windows or Linux implements: the reconnection callbacks under their
 * published names. Every method does nothing unless it is overridden.
 *
 * <p>Calls come one after another, on the thread that delivers the events.
 */
public interface RtcEngineEventHandler {

  /** The reason of {@link #onUserOffline} for a user that left or quit. */
  int USER_OFFLINE_QUIT = 0;

  /** The reason of {@link #onUserOffline} for a user that went silent. */
  int USER_OFFLINE_DROPPED = 1;

  /** No data from the server for 4 s (NET-01). */
  default void onConnectionInterrupted() {}

  /** Not reconnected after 10 s (NET-05). */
  default void onConnectionLost() {}

  /**
   * Reconnected after an interruption (NET-11), under the name that the text gives it (D-38).
   *
   * @param channel the channel that was joined
   * @param uid the local user
   * @param elapsed milliseconds since the app joined; 2^31-1 from 24.8 days on
   */
  default void didRejoinChannel(String channel, long uid, int elapsed) {}

  /** The same under the name in the shipped SDKs, for profiles that have it in force. */
  default void onRejoinChannelSuccess(String channel, long uid, int elapsed) {}

  /**
   * A remote user is there: for the first time, or back after it was gone (NET-15).
   *
   * @param uid the remote user
   * @param elapsed milliseconds since the app joined; 2^31-1 from 24.8 days on
   */
  default void onUserJoined(long uid, int elapsed) {}

  /**
   * A remote user is gone (NET-08, KILL-01, KILL-04).
   *
   * @param uid the remote user
   * @param reason {@link #USER_OFFLINE_QUIT} or {@link #USER_OFFLINE_DROPPED}
   */
  default void onUserOffline(long uid, int reason) {}
}
