package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.function.Function;
import org.rejoin.api.Profile;

/**
 * The kit on trial: every defective port must be found, by the checks that are named for it and
 * with their messages, every correct one must pass, and every check must find something.
 */
public final class SelfTest {
  private static final long SEED = 1;
  private static final int GENERATED = 500;

  private final ImmutableList<Suite> suites;
  private final ImmutableList<Defect> defects;
  private final ImmutableList<Variant> variants;
  private final Claims claims;

  /**
   * A trial of one's own.
   *
   * @param suites the checks
   * @param defects the ports that must be found
   * @param variants the ports that must pass
   * @param claims what is claimed of all of them
   */
  public SelfTest(
      ImmutableList<Suite> suites,
      ImmutableList<Defect> defects,
      ImmutableList<Variant> variants,
      Claims claims) {
    this.suites = suites;
    this.defects = defects;
    this.variants = variants;
    this.claims = claims;
  }

  /** The trial of all that a run checks. */
  public static SelfTest shipped() {
    return new SelfTest(
        ImmutableList.of(
            new ConformanceSuite(SEED, GENERATED), new ExhaustiveSuite(), new PropertySuite(SEED)),
        Defects.all(),
        Variants.all(),
        Claims.shipped());
  }

  /** Tries everything. It takes some seconds on all processors. */
  public SelfTestResult run() {
    ImmutableList<Trial> trials =
        defects.parallelStream().map(this::tried).collect(ImmutableList.toImmutableList());
    KillTable table = new KillTable(checks(), trials);
    ImmutableMap<Variant, ImmutableMap<String, String>> correct =
        variants.parallelStream()
            .collect(
                ImmutableMap.toImmutableMap(
                    variant -> variant,
                    variant -> found(suites, suite -> suite.foundOfCorrect(variant)).failures()));
    ImmutableMap<HostilePort, String> hostile =
        Arrays.stream(HostilePort.values())
            .parallel()
            .collect(ImmutableMap.toImmutableMap(port -> port, HostilePort::meet));
    return new SelfTestResult(table, claims, correct, hostile);
  }

  private ImmutableSet<String> checks() {
    ImmutableSet.Builder<String> checks = ImmutableSet.builder();
    ImmutableSet<Profile> profiles =
        defects.stream().map(Defect::profile).collect(ImmutableSet.toImmutableSet());
    profiles.forEach(profile -> suites.forEach(suite -> checks.addAll(suite.checks(profile))));
    return checks.build();
  }

  private Trial tried(Defect defect) {
    ImmutableList<Suite> jury =
        suites.stream()
            .filter(suite -> suite.isFor(defect, claims))
            .collect(ImmutableList.toImmutableList());
    Suite.Found found = found(jury, suite -> suite.found(defect::port, defect.profile()));
    return new Trial(defect, found.failures(), found.blame());
  }

  private static Suite.Found found(ImmutableList<Suite> jury, Function<Suite, Suite.Found> judged) {
    ImmutableMap.Builder<String, String> failures = ImmutableMap.builder();
    Blame blame = Blame.NONE;
    for (Suite suite : jury) {
      Suite.Found found = judged.apply(suite);
      failures.putAll(found.failures());
      blame = blame.and(found.blame());
    }
    return new Suite.Found(failures.buildOrThrow(), blame);
  }
}
