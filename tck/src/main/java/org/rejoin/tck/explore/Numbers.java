package org.rejoin.tck.explore;

/** Numbers of constants, from zero in their order: for arrays and sets, never written down. */
final class Numbers {
  private Numbers() {}

  @SuppressWarnings("EnumOrdinal") // Dense numbers are what is wanted, and they live one run.
  static int of(Enum<?> constant) {
    return constant.ordinal();
  }
}
