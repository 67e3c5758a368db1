package org.rejoin.tck.reference.states;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.reference.states.ClientTable.Table;

/** The real client with each window, and three users with every mix of them. */
final class Mixes {
  static final Profile PROFILE = Profiles.AGORA_2019_05;

  /** 20 s. */
  static final Table LONG = ClientTable.of(() -> new Machine(Family.AWL, PROFILE));

  /** 10 s. */
  static final Table SHORT = ClientTable.of(() -> new Machine(Family.WEB, PROFILE));

  static final ImmutableMap<String, ImmutableList<Table>> ALL =
      ImmutableMap.of(
          "20, 20 and 20 s", ImmutableList.of(LONG, LONG, LONG),
          "20, 20 and 10 s", ImmutableList.of(LONG, LONG, SHORT),
          "20, 10 and 10 s", ImmutableList.of(LONG, SHORT, SHORT),
          "10, 10 and 10 s", ImmutableList.of(SHORT, SHORT, SHORT));

  private Mixes() {}
}
