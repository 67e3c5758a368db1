package org.rejoin.tck.recording;

import java.util.Arrays;
import java.util.Optional;
import org.rejoin.api.UserId;

/**
 * The texts and users of a recording, which come again and again: the same value is the same
 * object, mostly. Bounded, whatever a file says: what is rare pushes out what was there before.
 */
final class Shared {
  private static final int SLOTS = 1 << 13;
  private static final int LONGEST = 64;

  private final String[] texts = new String[SLOTS];
  private final Known[] users = new Known[SLOTS];

  /** A user, and the same as the peer of a callback. */
  private record Known(UserId user, Optional<UserId> peer) {}

  Shared() {
    UserId first = UserId.of(1);
    Arrays.fill(texts, "");
    Arrays.fill(users, new Known(first, Optional.of(first)));
  }

  String text(char[] characters, int offset, int length) {
    if (length > LONGEST) {
      return new String(characters, offset, length);
    }
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + characters[i];
    }
    int slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    String there = texts[slot];
    if (there.length() != length || !isSame(there, characters, offset)) {
      there = new String(characters, offset, length);
      texts[slot] = there;
    }
    return there;
  }

  private static boolean isSame(String text, char[] characters, int offset) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != characters[offset + i]) {
        return false;
      }
    }
    return true;
  }

  UserId user(long value) {
    return known(value).user();
  }

  Optional<UserId> peer(long value) {
    return known(value).peer();
  }

  private Known known(long value) {
    int slot = (int) (value ^ (value >>> 13)) & (SLOTS - 1);
    if (users[slot].user().value() != value) {
      UserId user = UserId.of(value);
      users[slot] = new Known(user, Optional.of(user));
    }
    return users[slot];
  }
}
