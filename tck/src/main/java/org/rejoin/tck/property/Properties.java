package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** Every property, in the order of the report. */
public final class Properties {
  /** All of them. */
  public static final ImmutableList<Property> ALL =
      ImmutableList.of(
          new Grammar(),
          new Silence(),
          new Convergence(),
          new Repeat(),
          new Shift(),
          new Rename(),
          new Bystander(),
          new Cut(),
          new Idle(),
          new Context());

  /** Their ids. */
  public static final ImmutableSet<String> IDS =
      ALL.stream().map(Property::id).collect(ImmutableSet.toImmutableSet());

  private Properties() {}
}
