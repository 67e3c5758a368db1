package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.shrink.Minimiser;

/** Makes failures smaller on one port, which does nothing else. Used by one thread. */
final class Shrinker {
  private final Profile profile;
  private final Examiner examiner;

  Shrinker(Port port, Profile profile) {
    this.profile = profile;
    this.examiner = new Examiner(port, profile, Optional.empty(), 0, ImmutableSet.of());
  }

  /** What the kit itself did wrong meanwhile. */
  ImmutableList<Defect> defects() {
    return examiner.defects();
  }

  /**
   * The check of a failure, if it fails here in the same way.
   *
   * @param check the same check, perhaps with another scenario
   */
  Optional<Failure> again(Failure failure, Check check) {
    Likeness kind = Likeness.of(failure);
    return examiner.examine(check).failure().filter(other -> Likeness.of(other).equals(kind));
  }

  /**
   * The failure told by the smallest scenario found.
   *
   * @param failure what fails here too
   * @param tries how many scenarios are tried at most
   * @param failing how many may fail at most, where each of them is dear
   * @param stillTime whether to go on
   */
  Failure smallest(Failure failure, int tries, int failing, BooleanSupplier stillTime) {
    Latest latest = new Latest(failure);
    Scenario unused =
        new Minimiser(profile, tries)
            .minimise(
                failure.check().scenario(),
                latest::isAlike,
                () -> latest.count < failing && stillTime.getAsBoolean());
    return latest.failure;
  }

  /** What failed last in the same way: always the smallest so far. */
  private final class Latest {
    private final Failure first;
    private Failure failure;
    private int count;

    private Latest(Failure failure) {
      this.first = failure;
      this.failure = failure;
    }

    private boolean isAlike(Scenario candidate) {
      Check check = first.check().withScenario(candidate);
      Optional<Failure> found = again(first, check);
      found.ifPresent(
          smaller -> {
            failure = first.toldBy(smaller);
            count++;
          });
      return found.isPresent();
    }
  }
}
