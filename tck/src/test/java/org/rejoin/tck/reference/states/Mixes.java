package org.rejoin.tck.reference.states;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.reference.states.ClientTable.Table;

/** The real client with each window, and three users with every mix of them. */
final class Mixes {
  static final Profile PROFILE = Profiles.AGORA_2019_05;

  private static final Supplier<Table> LONG =
      Suppliers.memoize(() -> ClientTable.of(() -> new Machine(Family.AWL, PROFILE)));

  private static final Supplier<Table> SHORT =
      Suppliers.memoize(() -> ClientTable.of(() -> new Machine(Family.WEB, PROFILE)));

  private Mixes() {}

  /** A client with a window of 20 s. A client that is wrong fails the test that asks for it. */
  static Table ofLongWindow() {
    return LONG.get();
  }

  /** A client with a window of 10 s. */
  static Table ofShortWindow() {
    return SHORT.get();
  }

  /** Three users with every mix of windows. */
  static ImmutableMap<String, ImmutableList<Table>> all() {
    Table l = ofLongWindow();
    Table s = ofShortWindow();
    return ImmutableMap.of(
        "20, 20 and 20 s", ImmutableList.of(l, l, l),
        "20, 20 and 10 s", ImmutableList.of(l, l, s),
        "20, 10 and 10 s", ImmutableList.of(l, s, s),
        "10, 10 and 10 s", ImmutableList.of(s, s, s));
  }
}
