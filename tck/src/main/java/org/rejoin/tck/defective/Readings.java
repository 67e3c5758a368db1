package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Decision;

/** Other readings of the text, by which what is wrong here would be right. */
final class Readings {
  private final Scenario scenario;
  private final Profile inForce;
  private final Hello port;
  private final Tolerance tolerance;

  Readings(Scenario scenario, Profile inForce, Hello port, Tolerance tolerance) {
    this.scenario = scenario;
    this.inForce = inForce;
    this.port = port;
    this.tolerance = tolerance;
  }

  /** A sentence for each decision of other shipped profiles that alone allows a trace. */
  ImmutableList<String> thatAllow(Trace seen) {
    ListMultimap<String, String> profiles =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    for (Profile other : Profiles.ALL) {
      if (!other.id().equals(inForce.id())) {
        reading(seen, other).ifPresent(reading -> profiles.put(reading, other.id()));
      }
    }
    return profiles.asMap().entrySet().stream()
        .map(
            reading ->
                reading.getKey()
                    + ", that of profile "
                    + String.join(" and of ", reading.getValue()))
        .collect(ImmutableList.toImmutableList());
  }

  private Optional<String> reading(Trace seen, Profile other) {
    String text = "another reading of the text";
    for (Map.Entry<Decision, Profile> one : aspects(other).entrySet()) {
      if (allows(one.getValue(), seen)) {
        return Optional.of(text + " (" + one.getKey().id() + ")");
      }
    }
    return allows(other, seen) ? Optional.of(text) : Optional.empty();
  }

  /** The profile in force with one decision of another. */
  private Map<Decision, Profile> aspects(Profile other) {
    ImmutableProfile mine = ImmutableProfile.copyOf(inForce);
    Map<Decision, Profile> aspects = new LinkedHashMap<>();
    aspects.put(Decision.D_02, withLost(mine, other));
    aspects.put(Decision.D_13, mine.withGiveUpAfterMillis(other.giveUpAfterMillis()));
    aspects.put(Decision.D_38, mine.withNames(other.names()).withAliases(other.aliases()));
    return aspects;
  }

  private static Profile withLost(ImmutableProfile mine, Profile other) {
    return mine.withLostAfterMillis(other.lostAfterMillis()).withLostOrigin(other.lostOrigin());
  }

  private boolean allows(Profile other, Trace seen) {
    return judgement(scenario, seen, other, port, tolerance).conforms();
  }

  /**
   * What the oracle says of what a port has shown, or would have: others' callbacks are left out.
   */
  static Judgement judgement(
      Scenario scenario, Trace seen, Profile profile, Hello port, Tolerance tolerance) {
    Oracle oracle = new Oracle(profile, port.features(), tolerance);
    if (port.view() == Hello.View.CHANNEL) {
      return oracle.judge(scenario, seen);
    }
    ImmutableSet<UserId> judged = Shown.judged(scenario, profile, port);
    ImmutableList<TracedCallback> own =
        seen.callbacks().stream()
            .filter(one -> judged.contains(one.uid()))
            .collect(ImmutableList.toImmutableList());
    return oracle.judge(scenario, new Trace(own, seen.server()), judged);
  }
}
