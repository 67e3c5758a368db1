package org.rejoin.tck.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSortedMultiset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may come next in a line of callbacks, where sessions begin and where none does. */
class SentencesTest {

  /** A word at a time. */
  private record At(long millis, Word word) {}

  @Test
  void inOneSessionTheGrammarHolds() {
    assertGoesOn(true, List.of(), at(1, Word.INTERRUPTED), at(2, Word.LOST), at(3, Word.REJOINED));
    assertGoesOn(true, List.of(), at(1, Word.INTERRUPTED), at(2, Word.REJOINED));
    assertGoesOn(false, List.of(), at(1, Word.LOST));
    assertGoesOn(false, List.of(), at(1, Word.REJOINED));
    assertGoesOn(false, List.of(), at(1, Word.INTERRUPTED), at(2, Word.INTERRUPTED));
    assertGoesOn(true, List.of(), at(1, Word.BACK), at(2, Word.GONE), at(3, Word.BACK));
    assertGoesOn(true, List.of(), at(1, Word.GONE), at(1, Word.BACK));
    assertGoesOn(false, List.of(), at(1, Word.BACK), at(1, Word.BACK));
    assertGoesOn(false, List.of(), at(1, Word.GONE), at(2, Word.GONE));
  }

  @Test
  void aSessionRemembersNothingOfTheOneBefore() {
    assertGoesOn(true, List.of(5L), at(1, Word.INTERRUPTED), at(6, Word.INTERRUPTED));
    assertGoesOn(true, List.of(5L), at(1, Word.BACK), at(5, Word.BACK));
    assertGoesOn(false, List.of(5L), at(1, Word.INTERRUPTED), at(6, Word.REJOINED));
  }

  @Test
  void atTheInstantOfABeginningACallbackMayBelongToEither() {
    assertGoesOn(true, List.of(5L), at(1, Word.BACK), at(5, Word.GONE), at(5, Word.BACK));
    assertGoesOn(true, List.of(5L), at(1, Word.BACK), at(5, Word.GONE), at(6, Word.BACK));
    assertGoesOn(true, List.of(5L), at(1, Word.GONE), at(5, Word.BACK), at(6, Word.GONE));
    assertGoesOn(false, List.of(5L), at(5, Word.REJOINED), at(6, Word.BACK));
    assertGoesOn(true, List.of(5L), at(5, Word.BACK), at(5, Word.BACK));
    assertGoesOn(false, List.of(5L), at(1, Word.BACK), at(5, Word.BACK), at(5, Word.BACK));
    assertGoesOn(true, List.of(5L, 5L), at(1, Word.BACK), at(5, Word.BACK), at(5, Word.BACK));
  }

  private static At at(long millis, Word word) {
    return new At(millis, word);
  }

  private static void assertGoesOn(boolean expected, List<Long> begins, At... line) {
    Sentences sentences = new Sentences(ImmutableSortedMultiset.copyOf(begins));
    boolean goesOn = true;
    for (At next : line) {
      goesOn = goesOn && sentences.goesOn(next.word(), next.millis());
    }
    assertEquals(expected, goesOn, List.of(line) + ", sessions begin at " + begins);
  }
}
