package org.rejoin.tck.run;

import org.rejoin.tck.scenario.Check;

/**
 * How one written check ended. Of generated ones only those that did not pass are kept.
 *
 * @param check what was judged, or was to be
 * @param verdict how it ended
 * @param reason why it was not judged; empty where it was
 */
public record Ending(Check check, Verdict verdict, String reason) {}
