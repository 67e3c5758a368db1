package org.rejoin.tck.run;

/**
 * A share of the checks: all shards of a run add up to the whole, and no two have one in common.
 *
 * @param number which one, from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {
  /** The only one. */
  public static final Shard WHOLE = new Shard(1, 1);

  /**
   * Holds it to its range.
   *
   * @throws IllegalArgumentException if there is no such shard
   */
  public Shard {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("there is no shard " + number + " of " + of);
    }
  }

  /** Whether the check at a position among those selected is in this share. */
  boolean has(int position) {
    return position % of == number - 1;
  }
}
