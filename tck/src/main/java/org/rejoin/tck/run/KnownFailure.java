package org.rejoin.tck.run;

import org.rejoin.tck.scenario.KnownFailing;

/**
 * A failure that is as the list of known failures says.
 *
 * @param entry what the list says
 * @param failure what happened, with the verdict that it would have had
 */
public record KnownFailure(KnownFailing entry, Failure failure) {}
