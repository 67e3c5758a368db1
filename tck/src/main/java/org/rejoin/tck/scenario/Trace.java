package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;

/**
 * What was observed in one run of a scenario, in order.
 *
 * @param callbacks what the apps were told; per user in the order in which its app was called
 * @param server what the servers saw, in time order; empty where a port shows none
 */
public record Trace(ImmutableList<TracedCallback> callbacks, ImmutableList<ServerEvent> server) {}
