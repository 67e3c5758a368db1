package org.rejoin.tck.explore;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import org.rejoin.api.Family;

/** The words for a pair of state and input, of two users or of three. */
final class PairId {
  private static final ImmutableList<String> TO_OTHERS =
      ImmutableList.of("heard", "silent", "goodbye");

  private PairId() {}

  /**
   * The words: of two users those in the id of the check that drives the pair; of three, after
   * {@code three/}, the user's own state, those of the two others, and the input.
   */
  static String of(Users users, Family family, int pair) {
    String words =
        switch (users) {
          case TWO -> Pair.of(pair).id();
          case THREE -> three(pair);
        };
    String start = users == Users.TWO ? "" : "three/";
    return start + family.name().toLowerCase(Locale.ROOT) + "/" + words;
  }

  private static String three(int pair) {
    int input = pair % Users.THREE.inputs();
    int state = pair / Users.THREE.inputs();
    int width = Users.THREE.width();
    return OwnState.ALL.get(state / width / width).id()
        + "/"
        + other(state / width % width)
        + "/"
        + other(state % width)
        + "/"
        + input(input);
  }

  private static String other(int number) {
    int held = HeldState.ALL.size();
    return (number / held == 1 ? "heard-" : "unheard-") + HeldState.ALL.get(number % held).id();
  }

  private static String input(int input) {
    int own = Stimulus.ALL.size();
    if (input < own) {
      return Stimulus.ALL.get(input).id();
    }
    if (input == Users.THREE.waiting()) {
      return "wait";
    }
    int kinds = TO_OTHERS.size();
    String which = (input - own) / kinds == 0 ? "first-" : "second-";
    return which + TO_OTHERS.get((input - own) % kinds);
  }
}
