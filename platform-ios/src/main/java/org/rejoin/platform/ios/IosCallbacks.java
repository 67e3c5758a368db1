package org.rejoin.platform.ios;

import org.rejoin.api.Event;
import org.rejoin.api.EventListener;

/**
 * Turns events into calls of the app's delegate. As safe for threads as the delegate is.
 *
 * @param <E> the type of the engine that each call names first
 */
public final class IosCallbacks<E> implements EventListener {
  private final RtcEngineDelegate<E> delegate;
  private final E engine;
  private final String channel;
  private final long joinedMillis;

  /**
   * Callbacks for one session.
   *
   * @param delegate the app's delegate
   * @param engine what each call names as the engine
   * @param channel the channel that was joined
   * @param joinedMillis when, on the time line of the events, in milliseconds
   */
  public IosCallbacks(RtcEngineDelegate<E> delegate, E engine, String channel, long joinedMillis) {
    this.delegate = delegate;
    this.engine = engine;
    this.channel = channel;
    this.joinedMillis = joinedMillis;
  }

  @Override
  public void onEvent(Event event) {
    long uid = event.user().value();
    // 24.8 days after the join an int is full, and stays so.
    int elapsed = (int) Math.min(event.dueMillis() - joinedMillis, Integer.MAX_VALUE);
    switch (event.kind()) {
      case INTERRUPTED -> delegate.rtcEngineConnectionDidInterrupted(engine);
      case LOST -> delegate.rtcEngineConnectionDidLost(engine);
      case REJOINED -> delegate.didRejoinChannel(engine, channel, uid, elapsed);
      case USER_DROPPED ->
          delegate.didOfflineOfUid(engine, uid, RtcEngineDelegate.OfflineReason.DROPPED);
      case USER_QUIT -> delegate.didOfflineOfUid(engine, uid, RtcEngineDelegate.OfflineReason.QUIT);
      case USER_JOINED -> delegate.didJoinedOfUid(engine, uid, elapsed);
    }
  }
}
