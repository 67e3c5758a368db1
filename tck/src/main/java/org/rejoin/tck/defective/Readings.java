package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
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

  /** A sentence for each shipped profile that allows a trace, with the decision if one does it. */
  ImmutableList<String> thatAllow(Trace seen) {
    ImmutableList.Builder<String> sentences = ImmutableList.builder();
    for (Profile other : Profiles.ALL) {
      if (!other.id().equals(inForce.id())) {
        sentence(seen, other).ifPresent(sentences::add);
      }
    }
    return sentences.build();
  }

  private Optional<String> sentence(Trace seen, Profile other) {
    for (Map.Entry<Decision, Profile> one : aspects(other).entrySet()) {
      if (allows(one.getValue(), seen)) {
        return Optional.of(
            "another reading of the text ("
                + one.getKey().id()
                + "), that of profile "
                + other.id());
      }
    }
    return allows(other, seen)
        ? Optional.of("another reading of the text, that of profile " + other.id())
        : Optional.empty();
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
    return new Oracle(other, port.features(), tolerance)
        .judge(scenario, seen, Likeness.judged(scenario, other, port))
        .conforms();
  }
}
