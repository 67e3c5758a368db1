package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.openjdk.jol.info.GraphLayout;
import org.rejoin.core.Client;

/** The memory of a client, by JOL: what 100,000 silent users add to one that has none. */
final class Footprint implements Source {
  private static final int USERS = 100_000;

  @Override
  public ImmutableMap<String, Double> round(ImmutableSet<String> keys) {
    if (!keys.contains("footprint.user") && !keys.contains("footprint.timer")) {
      return ImmutableMap.of();
    }
    Client client = Crowd.client(USERS);
    GraphLayout whole = GraphLayout.parseInstance(client);
    Object deadlines = field(field(client, "remotes"), "deadlines");
    Object users = field(deadlines, "users");
    long timer =
        GraphLayout.parseInstance(deadlines).totalSize()
            - GraphLayout.parseInstance(users).totalSize();
    return ImmutableMap.of(
        "footprint.user",
        (double) whole.totalSize() / USERS,
        "footprint.timer",
        (double) timer / USERS);
  }

  private static Object field(Object owner, String name) {
    try {
      java.lang.reflect.Field field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return java.util.Objects.requireNonNull(field.get(owner));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("core has no " + name + " any more: measure anew", e);
    }
  }
}
