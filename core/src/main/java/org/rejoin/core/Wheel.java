package org.rejoin.core;

import java.util.Arrays;
import java.util.BitSet;

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
  private final int[][] slots = new int[SLOTS][];

  private final int[] sizes = new int[SLOTS];

  /** The slots that aren't empty, so that empty ones are jumped over. */
  private final BitSet occupied = new BitSet();

  /** The users that are in a slot. */
  private final BitSet present = new BitSet();

  /** The hand of the clock: the slots are those of this instant and the ones after it. */
  private long handMillis;

  Wheel() {
    Arrays.fill(slots, NOBODY);
  }

  /** A user that is in a slot already stays there: that is early enough. */
  void add(int index, long dueMillis) {
    if (present.get(index)) {
      return;
    }
    if (occupied.isEmpty() || dueMillis < handMillis) {
      // The slots of later instants are those of earlier ones now, which is early enough.
      handMillis = dueMillis;
    }
    present.set(index);
    put(index, dueMillis);
  }

  /** The earliest of all deadlines; {@link Client#NEVER} if there is none. */
  long firstMillis(long[] dueMillis) {
    while (!occupied.isEmpty()) {
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
        present.clear(index);
      } else {
        put(index, dueMillis[index]);
      }
    }
    return Client.NEVER;
  }

  /** Takes everybody out whose slot has come: those of {@link #firstMillis} and others. */
  int[] takeSlot() {
    int slot = turn();
    int[] taken = Arrays.copyOf(slots[slot], sizes[slot]);
    for (int index : taken) {
      present.clear(index);
    }
    empty(slot);
    return taken;
  }

  /** Turns the hand to the next slot that isn't empty. */
  private int turn() {
    int from = slotOf(handMillis);
    int ahead = occupied.nextSetBit(from);
    int slot = ahead >= 0 ? ahead : occupied.nextSetBit(0);
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
    occupied.set(slot);
  }

  /** Keeps no room either: it might be a million users', in each slot in the end. */
  private void empty(int slot) {
    slots[slot] = NOBODY;
    sizes[slot] = 0;
    occupied.clear(slot);
  }

  private static int slotOf(long millis) {
    return (int) millis & SLOTS - 1;
  }
}
