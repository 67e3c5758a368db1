/**
 * An example of a port with a real clock: every user is a process of its own that talks UDP on
 * loopback through a relay. Start with {@link org.rejoin.example.udp.ClientSession}, which embeds
 * the machine as an SDK would, then {@link org.rejoin.example.udp.UdpPort}, which drives it.
 *
 * <pre>{@code
 * kit -- port protocol --> Main, UdpPort -> ScenarioRun -> Relay           (one process)
 *                                               |            ^
 *                                         Control lines      | Packets
 *                                               v            v
 *                                          ClientMain -> ClientSession     (one process a user)
 * }</pre>
 */
@NullMarked
package org.rejoin.example.udp;

import org.jspecify.annotations.NullMarked;
