package org.rejoin.core;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;

/**
 * The reconnect loop of one client (NET-04): from the interruption on it tries servers, others than
 * the one it lost first, again and again until one accepts.
 *
 * <p>It connects to nothing: each attempt is an output, carried out by the caller, who says {@link
 * #stop()} when one is accepted. How far attempts are apart, jitter included, is an argument.
 *
 * <p>Not safe for several threads at once.
 */
public final class Reconnect {

  /** How long to wait before an attempt. */
  @FunctionalInterface
  public interface Pacing {
    /**
     * The wait before an attempt.
     *
     * @param attempt which one since the interruption, from 2: the first is made at once
     * @return milliseconds since the attempt before it, at least 1
     */
    long waitMillis(int attempt);
  }

  /**
   * One attempt to connect.
   *
   * @param dueMillis when it was due
   * @param server which server to try
   * @param number which attempt since the interruption, from 1
   */
  public record Attempt(long dueMillis, String server, int number) {}

  private final ImmutableList<String> servers;
  private final Pacing pacing;

  /** The order of a round: the lost server last. */
  private ImmutableList<String> round = ImmutableList.of();

  private int number = 1;
  private long dueMillis = Client.NEVER;

  /**
   * A loop that is at rest.
   *
   * @param servers all servers that there are, in order of preference
   * @param pacing how far attempts are apart
   * @throws IllegalArgumentException if there is no server
   */
  public Reconnect(ImmutableList<String> servers, Pacing pacing) {
    checkArgument(!servers.isEmpty(), "servers: needs at least one to try");
    this.servers = servers;
    this.pacing = pacing;
  }

  /**
   * Begins to try.
   *
   * @param lostServer the server whose silence interrupted the client
   * @param nowMillis the due time of the interruption
   * @throws IllegalArgumentException if there is no such server
   */
  public void start(String lostServer, long nowMillis) {
    checkArgument(servers.contains(lostServer), "server %s is none of %s", lostServer, servers);
    ImmutableList.Builder<String> order = ImmutableList.builder();
    servers.stream().filter(server -> !server.equals(lostServer)).forEach(order::add);
    round = order.add(lostServer).build();
    number = 1;
    dueMillis = nowMillis;
  }

  /** Ends the trying: a server accepted, or the session is over. */
  public void stop() {
    dueMillis = Client.NEVER;
  }

  /** When the next attempt is due; {@link Client#NEVER} at rest. */
  public long nextDeadline() {
    return dueMillis;
  }

  /**
   * The attempts that are due up to and including an instant, in order.
   *
   * @param nowMillis the instant
   * @throws IllegalStateException if the pacing asks for a wait below 1 ms
   */
  public ImmutableList<Attempt> advanceTo(long nowMillis) {
    ImmutableList.Builder<Attempt> attempts = ImmutableList.builder();
    while (dueMillis <= nowMillis && dueMillis != Client.NEVER) {
      attempts.add(new Attempt(dueMillis, round.get((number - 1) % round.size()), number));
      number++;
      long waitMillis = pacing.waitMillis(number);
      if (waitMillis < 1) {
        throw new IllegalStateException("pacing: waits must be at least 1 ms, was " + waitMillis);
      }
      dueMillis = LongMath.saturatedAdd(dueMillis, waitMillis);
    }
    return attempts.build();
  }
}
