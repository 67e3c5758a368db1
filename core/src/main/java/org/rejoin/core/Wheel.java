package org.rejoin.core;

import java.util.Arrays;

/**
 * The calendar of a crowd: a ring of slots of a millisecond each, and in each slot the users to
 * look at then.
 *
 * <p>A user is looked at when its deadline may have come, never later: one whose deadline was put
 * off meanwhile, or is further away than the ring is long, goes on to another slot.
 */
final class Wheel {

  /**
   * A power of two. A longer ring takes memory, in a shorter one users are looked at more often.
   */
  private static final int SLOTS = 4_096;

  private static final int[] NOBODY = new int[0];

  /** The users of each slot, in no order, and how many they are. */
  private int[][] slots = new int[0][];

  private int[] sizes = NOBODY;

  /** A bit for each slot that isn't empty, so that empty ones are jumped over. */
  private long[] occupied = new long[0];

  /** A bit for each user that is in a slot. */
  private long[] present = new long[0];

  private int size;

  /** The hand of the clock: the slots are those of this instant and the ones after it. */
  private long handMillis;

  /** Makes room for more users. */
  void grow(int length) {
    if (slots.length == 0) {
      slots = new int[SLOTS][];
      Arrays.fill(slots, NOBODY);
      sizes = new int[SLOTS];
      occupied = new long[SLOTS / Long.SIZE];
    }
    present = Arrays.copyOf(present, (length + Long.SIZE - 1) / Long.SIZE);
  }

  /** A user that is in a slot already stays there: that is early enough. */
  void add(int index, long dueMillis) {
    if ((present[index / Long.SIZE] & 1L << index) != 0 || dueMillis == Client.NEVER) {
      return;
    }
    present[index / Long.SIZE] |= 1L << index;
    if (size == 0 || dueMillis < handMillis) {
      // The slots of later instants are those of earlier ones now, which is early enough.
      handMillis = dueMillis;
    }
    size++;
    put(index, dueMillis);
  }

  /** The earliest of all deadlines; {@link Client#NEVER} if there is none. */
  long firstMillis(long[] dueMillis) {
    while (size > 0) {
      int slot = turn();
      int index = slots[slot][sizes[slot] - 1];
      if (dueMillis[index] == handMillis) {
        return handMillis;
      }
      sizes[slot]--;
      if (sizes[slot] == 0) {
        empty(slot);
      }
      if (dueMillis[index] == Client.NEVER) {
        present[index / Long.SIZE] &= ~(1L << index);
        size--;
      } else {
        put(index, dueMillis[index]);
      }
    }
    return Client.NEVER;
  }

  /** Takes everybody out whose slot has come. */
  int[] takeSlot() {
    int slot = turn();
    int[] taken = Arrays.copyOf(slots[slot], sizes[slot]);
    for (int index : taken) {
      present[index / Long.SIZE] &= ~(1L << index);
    }
    size -= taken.length;
    empty(slot);
    return taken;
  }

  /** Turns the hand to the next slot that isn't empty. */
  private int turn() {
    int from = slotOf(handMillis);
    int word = from / Long.SIZE;
    long bits = occupied[word] & -1L << from;
    while (bits == 0) {
      word = (word + 1) % occupied.length;
      bits = occupied[word];
    }
    int slot = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
    handMillis += slotOf(slot - from);
    return slot;
  }

  private void put(int index, long dueMillis) {
    int slot = slotOf(Math.min(dueMillis, handMillis + SLOTS - 1));
    if (sizes[slot] == slots[slot].length) {
      slots[slot] = Arrays.copyOf(slots[slot], Math.max(4, sizes[slot] * 2));
    }
    slots[slot][sizes[slot]] = index;
    sizes[slot]++;
    occupied[slot / Long.SIZE] |= 1L << slot;
  }

  private void empty(int slot) {
    slots[slot] = NOBODY;
    sizes[slot] = 0;
    occupied[slot / Long.SIZE] &= ~(1L << slot);
  }

  private static int slotOf(long millis) {
    return (int) millis & SLOTS - 1;
  }
}
