/**
 * The real-time edge: the reference machine embedded in a running program, with a clock, a timer
 * and callbacks. Start with {@link org.rejoin.core.realtime.RealtimeClient}.
 *
 * <p>The only package of core that knows clocks and threads. It decides nothing about the rules:
 * every conclusion is {@link org.rejoin.core.Client}'s, every attempt {@link
 * org.rejoin.core.Reconnect}'s.
 *
 * <pre>{@code
 * try (RealtimeClient client =
 *     RealtimeClient.builder(UserId.of(1), Family.AWL, appThread, app::onEvent).build()) {
 *   client.join();
 *   client.packet(UserId.of(2)); // from the network's thread, for every packet of user 2
 *   client.leave();
 * }
 * }</pre>
 */
@NullMarked
package org.rejoin.core.realtime;

import org.jspecify.annotations.NullMarked;
