package org.rejoin.platform.web;

import com.google.common.collect.ImmutableSet;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.CallbackTable;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.PlatformAdapter;

/**
 * The callback names of Web. What happens to the local user itself is not told there (NET-03,
 * NET-07, NET-13). Stateless; safe for several threads.
 */
public final class WebAdapter implements PlatformAdapter {
  private static final CallbackTable TABLE = CallbackTable.of(Family.WEB, WebAdapter::row);

  /** For the service loader. */
  public WebAdapter() {}

  @Override
  public ImmutableSet<Platform> platforms() {
    return ImmutableSet.of(Platform.WEB);
  }

  @Override
  public CallbackTable table() {
    return TABLE;
  }

  private static CallbackSignature row(Event.Kind kind) {
    return switch (kind) {
      case INTERRUPTED, LOST, REJOINED -> CallbackSignature.SILENT;
      case USER_DROPPED -> CallbackSignature.of("stream-removed", "event");
      case USER_QUIT -> CallbackSignature.of("peer-leave", "event");
      case USER_JOINED -> CallbackSignature.of("stream-added", "event");
    };
  }
}
