package org.rejoin.tck.scenario;

import org.rejoin.api.Profile;

/**
 * A scenario that tells a profile from the default one.
 *
 * @param profile the profile in force
 * @param example what is done, under the id profile/PROFILE/NAME, and its outcome under the profile
 * @param byDefault its outcome under the default profile, written by hand as well
 */
public record ProfileExample(Profile profile, Example example, Trace byDefault) {}
