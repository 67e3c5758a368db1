package org.rejoin.tck.reference;

import com.google.common.collect.Maps;
import java.util.EnumMap;
import java.util.ServiceLoader;
import org.rejoin.api.Platform;
import org.rejoin.api.PlatformAdapter;

/** Every platform's adapter, as the service loader finds them. */
final class Adapters {
  private static final Adapters ALL = new Adapters();

  private final EnumMap<Platform, PlatformAdapter> byPlatform = Maps.newEnumMap(Platform.class);

  private Adapters() {
    for (PlatformAdapter adapter : ServiceLoader.load(PlatformAdapter.class)) {
      adapter.platforms().forEach(platform -> byPlatform.put(platform, adapter));
    }
  }

  /**
   * The adapter of a platform.
   *
   * @throws IllegalStateException if its module is not on the class path
   */
  static PlatformAdapter of(Platform platform) {
    PlatformAdapter adapter = ALL.byPlatform.get(platform);
    if (adapter == null) {
      throw new IllegalStateException(
          "no adapter for " + platform.id() + ": its platform module is not on the class path");
    }
    return adapter;
  }
}
