package org.rejoin.api;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Who a user is. The uid is the user (D-26): who comes back with the same uid is the same user, who
 * comes with another is somebody new.
 *
 * @param value from 1 to 4,294,967,295, the range of the vendor's 32-bit unsigned uid
 */
public record UserId(long value) implements Comparable<UserId> {
  private static final long MAX = 0xFFFF_FFFFL;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the value is out of range
   */
  public UserId {
    checkArgument(value >= 1 && value <= MAX, "uid must be 1 to 4294967295, was %s", value);
  }

  /** The user with this uid. */
  public static UserId of(long value) {
    return new UserId(value);
  }

  @Override
  public int compareTo(UserId other) {
    return Long.compare(value, other.value);
  }

  /** The bare number. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
