package org.rejoin.tck.scenario;

/**
 * One thing that a run judges.
 *
 * @param id its stable name, such as {@code matrix/android-web/dropped/late/live}
 * @param about what it is about, in one sentence
 * @param scenario what is done
 * @param origin where it comes from
 */
public record Check(String id, String about, Scenario scenario, Origin origin) {
  /** A check that was handed in from outside. */
  public static Check given(String id, String about, Scenario scenario) {
    return new Check(id, about, scenario, new Origin.Given());
  }

  /** The same check with another sentence. */
  public Check withAbout(String other) {
    return new Check(id, other, scenario, origin);
  }

  /** The same check, told by another scenario. */
  public Check withScenario(Scenario other) {
    return new Check(id, about, other, origin);
  }
}
