package org.rejoin.js;

import org.rejoin.api.Family;
import org.rejoin.api.PlatformAdapter;
import org.rejoin.platform.ios.IosAdapter;
import org.rejoin.platform.nativesdk.NativeSdkAdapter;
import org.rejoin.platform.web.WebAdapter;

/** The adapter of each family: a table, since JavaScript has no class path to search. */
final class Adapters {
  private Adapters() {}

  static PlatformAdapter of(Family family) {
    return switch (family) {
      case AWL -> new NativeSdkAdapter();
      case APPLE -> new IosAdapter();
      case WEB -> new WebAdapter();
    };
  }
}
