package org.rejoin.platform.ios;

/**
 * What an app on iOS or macOS implements: the reconnection callbacks under the names that the text
 * gives them. Every method does nothing unless it is overridden.
 *
 * <p>Calls come one after another, on the thread that delivers the events.
 *
 * @param <E> the type of the engine that each call names first, as the delegate's methods do
 */
public interface RtcEngineDelegate<E> {

  /** Why a remote user is gone. */
  enum OfflineReason {
    /** It left or quit. */
    QUIT,
    /** It went silent. */
    DROPPED
  }

  /**
   * No data from the server for 4 s (NET-02).
   *
   * @param engine the engine that calls
   */
  default void rtcEngineConnectionDidInterrupted(E engine) {}

  /**
   * Not reconnected after 10 s (NET-06).
   *
   * @param engine the engine that calls
   */
  default void rtcEngineConnectionDidLost(E engine) {}

  /**
   * Reconnected after an interruption (NET-12): {@code
   * rtcEngine:didRejoinChannel:withUid:elapsed:}.
   *
   * @param engine the engine that calls
   * @param channel the channel that was joined
   * @param uid the local user
   * @param elapsed milliseconds since the app joined; 2^31-1 from 24.8 days on
   */
  default void didRejoinChannel(E engine, String channel, long uid, int elapsed) {}

  /**
   * A remote user is there, for the first time or back after it was gone (NET-16): {@code
   * rtcEngine:didJoinedOfUid:elapsed:}.
   *
   * @param engine the engine that calls
   * @param uid the remote user
   * @param elapsed milliseconds since the app joined; 2^31-1 from 24.8 days on
   */
  default void didJoinedOfUid(E engine, long uid, int elapsed) {}

  /**
   * A remote user is gone (NET-09, KILL-02, KILL-05): {@code rtcEngine:didOfflineOfUid:reason:}.
   *
   * @param engine the engine that calls
   * @param uid the remote user
   * @param reason why
   */
  default void didOfflineOfUid(E engine, long uid, OfflineReason reason) {}
}
