/**
 * What a script brings about, as states and inputs that can be counted. Start with {@link
 * org.rejoin.tck.explore.Coverage}, what a run exercised, and {@link
 * org.rejoin.tck.explore.Exhaustive}, a scenario for every pair.
 *
 * <p>A state is that of one user, of family AWL, APPLE or WEB, and of what it can know of the
 * others. Of itself: its {@link org.rejoin.tck.presence.Link}, and how old its outage is against
 * the profile's interrupted and lost (below, exactly at, beyond). Of each other: its link, and
 * whether it is {@link org.rejoin.tck.presence.Held} unknown, heard, silent or gone, a silence
 * against the window of the user's own family (below, exactly at, beyond). An input is one of seven
 * stimuli to the user or to another, or time that passes until the next threshold. An other's
 * family counts in one thing alone: whether a kill of it says goodbye. With two users all of this
 * is told apart. With three, the two others count by what of them can reach the user: heard or not,
 * and the inputs heard, silent and goodbye; they are interchangeable. Observers are independent
 * (DRV-10), so this is what the user's callbacks can depend on. Left out: other channels, servers,
 * contexts of a kill, the mode, the channel's end, and giving up. Where decisions permit more than
 * one thing, states follow what the reference does (D-09, D-33).
 */
@NullMarked
package org.rejoin.tck.explore;

import org.jspecify.annotations.NullMarked;
