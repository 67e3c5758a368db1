package org.rejoin.tck.reference.states;

import java.util.ArrayList;
import java.util.List;

/**
 * States packed in longs, numbered in the order in which they were found, each with the number of
 * the one before it: open addressing over primitive arrays, in chunks, so that tens of millions
 * take 16 to 28 bytes each.
 */
final class StateSet {
  /** The number of no state: what is before the first. */
  static final int NONE = -1;

  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final List<long[]> states = new ArrayList<>();
  private final List<int[]> before = new ArrayList<>();

  /** Number plus one at the hash of its state; zero where there is none. A power of two long. */
  private int[] slots = new int[1 << 12];

  private int size;

  int size() {
    return size;
  }

  long state(int number) {
    return states.get(number >>> CHUNK_BITS)[number & (CHUNK - 1)];
  }

  int before(int number) {
    return before.get(number >>> CHUNK_BITS)[number & (CHUNK - 1)];
  }

  /** Adds a state unless it is known. Returns whether it was new. */
  boolean add(long state, int from) {
    int slot = slot(state);
    if (slots[slot] != 0) {
      return false;
    }
    if ((size & (CHUNK - 1)) == 0) {
      states.add(new long[CHUNK]);
      before.add(new int[CHUNK]);
    }
    states.get(size >>> CHUNK_BITS)[size & (CHUNK - 1)] = state;
    before.get(size >>> CHUNK_BITS)[size & (CHUNK - 1)] = from;
    size++;
    slots[slot] = size;
    if (4L * size > 3L * slots.length) {
      grow();
    }
    return true;
  }

  private int slot(long state) {
    int mask = slots.length - 1;
    int slot = (int) ((state * 0x9E37_79B9_7F4A_7C15L) >>> 32) & mask;
    while (slots[slot] != 0 && state(slots[slot] - 1) != state) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int number = 0; number < size; number++) {
      slots[slot(state(number))] = number + 1;
    }
  }
}
