package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Feature;

/**
 * Makes acceptors for any number of traces under one profile, whose names they share. Immutable;
 * safe for several threads.
 */
public final class Acceptors {
  private final Profile profile;
  private final NamesInForce names;

  /** Acceptors under this profile. */
  public Acceptors(Profile profile) {
    this.profile = profile;
    this.names = new NamesInForce(profile);
  }

  /**
   * An acceptor that has taken nothing yet; see {@link Terms} for what the arguments mean.
   *
   * @param listener is told what is found
   */
  public Acceptor acceptor(
      Mode mode,
      ImmutableSet<Feature> features,
      ImmutableList<String> servers,
      Tolerance tolerance,
      ImmutableSet<UserId> only,
      Listener listener) {
    return new Acceptor(
        new Terms(profile, mode, features, servers, tolerance, only), names, listener);
  }
}
