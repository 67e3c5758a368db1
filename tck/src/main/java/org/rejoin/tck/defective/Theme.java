package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.function.Supplier;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;

/** Collects the defects of one theme. */
final class Theme {
  private final String name;
  private final Profile profile;
  private final ImmutableList.Builder<Defect> defects = ImmutableList.builder();

  Theme(String name) {
    this(name, Profiles.AGORA_2019_05);
  }

  Theme(String name, Profile profile) {
    this.name = name;
    this.profile = profile;
  }

  /** One that keeps nothing between scenarios. */
  Theme add(String id, String sentence, Behaviour behaviour) {
    return add(id, sentence, false, () -> behaviour);
  }

  /** One of which every port has a state of its own, for as long as the port lives. */
  Theme addLasting(String id, String sentence, Supplier<Behaviour> making) {
    return add(id, sentence, true, making);
  }

  private Theme add(String id, String sentence, boolean lasting, Supplier<Behaviour> making) {
    defects.add(new Defect(id, name, sentence, profile, lasting, making));
    return this;
  }

  ImmutableList<Defect> all() {
    return defects.build();
  }
}
