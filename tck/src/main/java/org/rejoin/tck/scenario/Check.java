package org.rejoin.tck.scenario;

/**
 * One thing that a run judges.
 *
 * @param id its stable name, such as {@code matrix/android-web/dropped/late/live}
 * @param about what it is about, in one sentence
 * @param scenario what is done
 */
public record Check(String id, String about, Scenario scenario) {}
