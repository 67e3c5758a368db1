package org.rejoin.platform.ios;

import com.google.common.collect.ImmutableSet;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.CallbackTable;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.PlatformAdapter;

/**
 * The callback names of iOS and macOS: the part of each selector that the text quotes. Stateless;
 * safe for several threads.
 */
public final class IosAdapter implements PlatformAdapter {
  private static final CallbackTable TABLE = CallbackTable.of(Family.APPLE, IosAdapter::row);

  /** For the service loader. */
  public IosAdapter() {}

  @Override
  public ImmutableSet<Platform> platforms() {
    return ImmutableSet.of(Platform.IOS, Platform.MACOS);
  }

  @Override
  public CallbackTable table() {
    return TABLE;
  }

  private static CallbackSignature row(Event.Kind kind) {
    return switch (kind) {
      case INTERRUPTED -> CallbackSignature.of("rtcEngineConnectionDidInterrupted", "engine");
      case LOST -> CallbackSignature.of("rtcEngineConnectionDidLost", "engine");
      case REJOINED ->
          CallbackSignature.of("didRejoinChannel", "engine", "channel", "uid", "elapsed");
      case USER_DROPPED, USER_QUIT ->
          CallbackSignature.of("didOfflineOfUid", "engine", "uid", "reason");
      case USER_JOINED -> CallbackSignature.of("didJoinedOfUid", "engine", "uid", "elapsed");
    };
  }
}
