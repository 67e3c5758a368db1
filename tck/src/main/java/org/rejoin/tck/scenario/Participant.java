package org.rejoin.tck.scenario;

import org.rejoin.api.Platform;
import org.rejoin.api.UserId;

/**
 * One user of a scenario.
 *
 * @param uid who it is
 * @param platform what its SDK runs on
 */
public record Participant(UserId uid, Platform platform) {}
