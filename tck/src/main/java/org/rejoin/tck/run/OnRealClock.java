package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.oracle.Tolerance;

/**
 * What a run on a real clock has to say beside its verdicts.
 *
 * @param tolerance how far from its due time a callback might be seen, in scenario time
 * @param leftOut how many checks only a virtual clock could have told
 * @param passedAlone how many checks failed among others and passed alone, twice
 * @param notRepeated how many failures were believed without being judged again, since enough
 *     others that broke the same rules had failed again alone
 * @param undecided the ids of the checks that failed among others, passed alone and then failed
 */
public record OnRealClock(
    Tolerance tolerance,
    int leftOut,
    int passedAlone,
    int notRepeated,
    ImmutableList<String> undecided) {}
