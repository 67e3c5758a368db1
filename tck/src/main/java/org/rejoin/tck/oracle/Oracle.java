package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;

/** Judges what was seen in a scenario against the text. Immutable; safe for several threads. */
public final class Oracle {

  private final NamesInForce names;
  private final Profile profile;
  private final ImmutableSet<Feature> features;
  private final Tolerance tolerance;

  /**
   * An oracle for one port with a virtual clock, under one profile.
   *
   * @param profile the constants and names in force
   * @param features what the port declared
   */
  public Oracle(Profile profile, ImmutableSet<Feature> features) {
    this(profile, features, Tolerance.EXACT);
  }

  /**
   * An oracle for one port under one profile.
   *
   * @param profile the constants and names in force
   * @param features what the port declared
   * @param tolerance how far from its due time a callback may be seen
   */
  public Oracle(Profile profile, ImmutableSet<Feature> features, Tolerance tolerance) {
    this.names = new NamesInForce(profile);
    this.profile = profile;
    this.features = features;
    this.tolerance = tolerance;
  }

  /**
   * Judges a whole trace.
   *
   * @param scenario what was done; steps of one client's view are not allowed
   * @param trace what was seen; every uid in it must be in the scenario
   * @throws IllegalArgumentException if a uid is nobody's, or a step is of one client's view
   */
  public Judgement judge(Scenario scenario, Trace trace) {
    return judge(scenario, trace, ImmutableSet.of());
  }

  /**
   * Judges what some users' apps were told, as a port shows it that hosts one client at a time.
   *
   * @param scenario all that was done, to every user
   * @param trace what those users' apps were told
   * @param only who they are; empty: everybody
   * @throws IllegalArgumentException as above
   */
  public Judgement judge(Scenario scenario, Trace trace, ImmutableSet<UserId> only) {
    JudgementBuilder judgement = new JudgementBuilder();
    Acceptor acceptor =
        new Acceptor(
            new Terms(profile, scenario.mode(), features, scenario.servers(), tolerance, only),
            names,
            judgement);
    for (Participant who : scenario.participants()) {
      acceptor.user(who.uid(), who.platform());
    }
    Playback playback = new Playback(trace, acceptor);
    for (Step step : scenario.steps()) {
      playback.goOnTo(step.atMillis());
      acceptor.step(step);
    }
    playback.goOnTo(Playback.THE_END);
    acceptor.end(scenario.untilMillis());
    return judgement.build();
  }
}
