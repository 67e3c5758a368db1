package org.rejoin.platform.nativesdk;

import com.google.common.collect.ImmutableSet;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.CallbackTable;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.PlatformAdapter;

/** The callback names of Android, Windows and Linux. Stateless; safe for several threads. */
public final class NativeSdkAdapter implements PlatformAdapter {
  private static final CallbackTable TABLE = CallbackTable.of(Family.AWL, NativeSdkAdapter::row);

  /** For the service loader. */
  public NativeSdkAdapter() {}

  @Override
  public ImmutableSet<Platform> platforms() {
    return ImmutableSet.of(Platform.ANDROID, Platform.WINDOWS, Platform.LINUX);
  }

  @Override
  public CallbackTable table() {
    return TABLE;
  }

  private static CallbackSignature row(Event.Kind kind) {
    return switch (kind) {
      case INTERRUPTED -> CallbackSignature.of("onConnectionInterrupted");
      case LOST -> CallbackSignature.of("onConnectionLost");
      // The text's own word; the shipped SDKs say onRejoinChannelSuccess (D-38).
      case REJOINED -> CallbackSignature.of("didRejoinChannel", "channel", "uid", "elapsed");
      case USER_DROPPED, USER_QUIT -> CallbackSignature.of("onUserOffline", "uid", "reason");
      case USER_JOINED -> CallbackSignature.of("onUserJoined", "uid", "elapsed");
    };
  }
}
