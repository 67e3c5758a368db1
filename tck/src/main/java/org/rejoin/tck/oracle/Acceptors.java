package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
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

  /** What a callback of this name can stand for; empty if no rule is about the name. */
  public ImmutableSet<Event.Kind> meanings(Family family, String name) {
    return names.kinds(family, name, Optional.empty());
  }

  /** Whether a name is one that a rule is about but for its capitals or its family. */
  public boolean isMisspelt(String name) {
    return !names.guess(name).isEmpty();
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
