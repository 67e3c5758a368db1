package org.rejoin.tck.explore;

import com.google.common.io.BaseEncoding;
import java.util.BitSet;
import java.util.EnumMap;
import org.rejoin.api.Family;

/**
 * Which pairs of state and input were met, of two users and of three, by family. It can be written
 * as a text and read again, so that what the shards of a run met adds up. Not safe for several
 * threads.
 */
public final class Met {
  private static final BaseEncoding TEXT = BaseEncoding.base64();
  private static final Family[] FAMILIES = Family.values();
  private static final int PAIRS = FAMILIES.length * (Users.TWO.pairs() + Users.THREE.pairs());

  private final EnumMap<Users, EnumMap<Family, BitSet>> pairs = new EnumMap<>(Users.class);

  /** None. */
  Met() {
    for (Users users : Users.values()) {
      EnumMap<Family, BitSet> ofUsers = new EnumMap<>(Family.class);
      for (Family family : FAMILIES) {
        ofUsers.put(family, new BitSet(users.pairs()));
      }
      pairs.put(users, ofUsers);
    }
  }

  /**
   * Those that are met in one of several.
   *
   * @param texts each as {@link #text} wrote it
   * @throws IllegalArgumentException if one is not
   */
  public static Met together(Iterable<String> texts) {
    BitSet all = new BitSet();
    for (String text : texts) {
      all.or(BitSet.valueOf(TEXT.decode(text)));
    }
    if (all.length() > PAIRS) {
      throw new IllegalArgumentException("more pairs than there are");
    }
    Met met = new Met();
    int from = 0;
    for (Users users : Users.values()) {
      for (Family family : FAMILIES) {
        met.of(users, family).or(all.get(from, from + users.pairs()));
        from += users.pairs();
      }
    }
    return met;
  }

  /** All of them, as letters, digits and a few signs. */
  public String text() {
    BitSet all = new BitSet();
    int from = 0;
    for (Users users : Users.values()) {
      for (Family family : FAMILIES) {
        int first = from;
        of(users, family).stream().forEach(pair -> all.set(first + pair));
        from += users.pairs();
      }
    }
    return TEXT.encode(all.toByteArray());
  }

  /** How many of two users. */
  public int ofTwo() {
    return count(Users.TWO);
  }

  /** How many of three users. */
  public int ofThree() {
    return count(Users.THREE);
  }

  int count(Users users) {
    int count = 0;
    for (Family family : FAMILIES) {
      count += of(users, family).cardinality();
    }
    return count;
  }

  /** The numbers of those of some users, to be added to. */
  BitSet of(Users users, Family family) {
    EnumMap<Family, BitSet> ofUsers = pairs.get(users);
    BitSet of = ofUsers == null ? null : ofUsers.get(family);
    if (of == null) {
      throw new IllegalStateException("not there: " + users + " " + family);
    }
    return of;
  }
}
