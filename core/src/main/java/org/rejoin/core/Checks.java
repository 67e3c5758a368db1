package org.rejoin.core;

import java.util.Arrays;

/**
 * At most one armed check a user, the earliest first and at one instant the smaller uid first, so
 * that the order never depends on how the checks came about: a binary heap of user indexes.
 */
final class Checks {
  private final UserIndex users;

  private int[] heap = new int[8];
  private int size;

  /** When a user's check comes up, by user index; {@link Client#NEVER} if it has none. */
  private long[] atMillis = new long[0];

  Checks(UserIndex users) {
    this.users = users;
  }

  /** Arms a user's check, unless it has one: then that one comes up no later than this. */
  void arm(int index, long millis) {
    if (index >= atMillis.length) {
      int before = atMillis.length;
      atMillis = Arrays.copyOf(atMillis, Math.max(8, Math.max(before * 2, index + 1)));
      Arrays.fill(atMillis, before, atMillis.length, Client.NEVER);
    }
    if (atMillis[index] != Client.NEVER) {
      return;
    }
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    atMillis[index] = millis;
    heap[size] = index;
    siftUp(size);
    size++;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The user whose check comes up first. */
  int first() {
    return heap[0];
  }

  long firstAtMillis() {
    return atMillis[heap[0]];
  }

  /** Moves the first check to a later time. */
  void rearmFirst(long millis) {
    atMillis[heap[0]] = millis;
    siftDown();
  }

  void removeFirst() {
    atMillis[heap[0]] = Client.NEVER;
    size--;
    heap[0] = heap[size];
    siftDown();
  }

  private void siftUp(int from) {
    int moving = heap[from];
    int hole = from;
    while (hole > 0 && isBefore(moving, heap[(hole - 1) / 2])) {
      heap[hole] = heap[(hole - 1) / 2];
      hole = (hole - 1) / 2;
    }
    heap[hole] = moving;
  }

  private void siftDown() {
    int moving = heap[0];
    int hole = 0;
    while (2 * hole + 1 < size) {
      int child = 2 * hole + 1;
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], moving)) {
        break;
      }
      heap[hole] = heap[child];
      hole = child;
    }
    heap[hole] = moving;
  }

  private boolean isBefore(int one, int other) {
    return atMillis[one] != atMillis[other]
        ? atMillis[one] < atMillis[other]
        : users.user(one).value() < users.user(other).value();
  }
}
