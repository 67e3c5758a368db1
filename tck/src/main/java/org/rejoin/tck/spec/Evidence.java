package org.rejoin.tck.spec;

/** What a decision may rest on, the strongest first. */
public enum Evidence {
  /** The published text itself. */
  TEXT("S", "the text"),
  /** Other documents of the same vendor. */
  VENDOR("V", "other documents of the vendor"),
  /** What is reasonable where nobody says anything. */
  COMMON_SENSE("C", "common sense");

  private final String letter;
  private final String words;

  Evidence(String letter, String words) {
    this.letter = letter;
    this.words = words;
  }

  /** The letter that stands for it in short. */
  public String letter() {
    return letter;
  }

  /** What it is called in a sentence. */
  public String words() {
    return words;
  }
}
