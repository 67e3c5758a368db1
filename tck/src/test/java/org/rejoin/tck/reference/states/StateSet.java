package org.rejoin.tck.reference.states;

import java.util.ArrayList;
import java.util.List;

/**
 * States packed in longs, numbered in the order in which they were found, each with the number of
 * the one before it. Primitive arrays alone, so that tens of millions take 23 to 33 bytes each:
 * chunks by number, and open addressing over the states themselves, so that it costs one access to
 * memory to know one again.
 */
final class StateSet {
  /** The number of no state: what is before the first. */
  static final int NONE = -1;

  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;

  /** What is in a slot without a state; no state is less than zero. */
  private static final long FREE = 0;

  private final List<long[]> states = new ArrayList<>();
  private final List<int[]> before = new ArrayList<>();

  /** States, each plus one, at their hashes. A power of two long. */
  private long[] slots = new long[1 << 12];

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

  /**
   * Adds those states that are not known yet.
   *
   * @param found states from the first on; what is in the array is lost
   * @param count how many
   * @param from the number of the one before them
   */
  void addAll(long[] found, int count, int from) {
    while (4L * (size + count) > 3L * slots.length) {
      grow();
    }
    // First all are looked for where they most likely are, so that memory is waited for once.
    int unknown = 0;
    for (int i = 0; i < count; i++) {
      long key = found[i] + 1;
      if (slots[hash(key)] != key) {
        found[unknown] = found[i];
        unknown++;
      }
    }
    for (int i = 0; i < unknown; i++) {
      add(found[i], from);
    }
  }

  private void add(long state, int from) {
    int slot = slot(state + 1);
    if (slots[slot] != FREE) {
      return;
    }
    slots[slot] = state + 1;
    if ((size & (CHUNK - 1)) == 0) {
      states.add(new long[CHUNK]);
      before.add(new int[CHUNK]);
    }
    states.get(size >>> CHUNK_BITS)[size & (CHUNK - 1)] = state;
    before.get(size >>> CHUNK_BITS)[size & (CHUNK - 1)] = from;
    size++;
  }

  /** Where a key is, or the free slot where it would be. */
  private int slot(long key) {
    int slot = hash(key);
    while (slots[slot] != FREE && slots[slot] != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int hash(long key) {
    return (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 32) & (slots.length - 1);
  }

  private void grow() {
    long[] keys = slots;
    slots = new long[keys.length * 2];
    for (long key : keys) {
      if (key != FREE) {
        slots[slot(key)] = key;
      }
    }
  }
}
