package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.run.ConformanceRun;
import org.rejoin.tck.run.Defect;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.scenario.ProfileExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/**
 * The checks of the conformance run, as a run judges them. Every one that is written down counts by
 * itself; the matrix counts by what happens to the user, the boundaries by their constant, and all
 * generated scenarios as one. Of a profile other than the default one there are its own alone: the
 * rest is the same with other numbers.
 *
 * <p>What shows the same as the reference, or as the plain machine, is not judged again where that
 * was judged right: the verdict follows from what is seen alone.
 */
public final class ConformanceSuite implements Suite {
  /** The one check that all generated scenarios are. */
  static final String GENERATED = "generated";

  private final long seed;
  private final ImmutableMap<Profile, ImmutableList<Check>> checks;
  private final ImmutableMap<Profile, ImmutableList<Right>> right;

  /**
   * What one machine shows, and where that was judged right.
   *
   * @param answers what it shows
   * @param wrong the scenarios in which it was not
   */
  private record Right(Answers answers, ImmutableSet<String> wrong) {
    boolean covers(Scenario scenario, Optional<Trace> seen) {
      return seen.isPresent()
          && seen.equals(answers.trace(scenario))
          && !wrong.contains(scenario.name());
    }
  }

  /**
   * The whole catalogue and some generated scenarios.
   *
   * @param seed where generated scenarios begin
   * @param generated how many there are
   */
  public ConformanceSuite(long seed, int generated) {
    this.seed = seed;
    this.checks = Maps.toMap(Profiles.ALL, profile -> checks(profile, seed, generated));
    this.right =
        Maps.toMap(
            Profiles.ALL,
            profile ->
                ImmutableList.of(
                    right(new ReferencePort(), profile),
                    right(new BehavingPort("plain", new Quirk()), profile)));
  }

  private static ImmutableList<Check> checks(Profile profile, long seed, int generated) {
    if (!profile.equals(Profiles.AGORA_2019_05)) {
      return ProfileExamples.of(profile).stream()
          .map(own -> own.example().check())
          .collect(ImmutableList.toImmutableList());
    }
    Plan plan = Plan.of(profile, seed, generated);
    return IntStream.range(0, plan.size())
        .mapToObj(plan::check)
        .filter(check -> !(check.origin() instanceof Origin.OfProperty))
        .collect(ImmutableList.toImmutableList());
  }

  private Right right(Port port, Profile profile) {
    Answers answers = Answers.of(port, profile, all(profile));
    return new Right(
        answers,
        result(answers, all(profile), profile).failures().stream()
            .map(failure -> failure.check().scenario().name())
            .collect(ImmutableSet.toImmutableSet()));
  }

  @Override
  public ImmutableSet<String> checks(Profile profile) {
    return all(profile).stream().map(check -> group(check)).collect(ImmutableSet.toImmutableSet());
  }

  @Override
  public Found found(Supplier<Port> ports, Profile profile) {
    try (Port port = ports.get()) {
      return isLikeTheReference(port.hello())
          ? oneByOne(port, profile)
          : found(result(port, all(profile), profile));
    }
  }

  /** The first failure of each group is what counts, so that nothing is run that comes after it. */
  private Found oneByOne(Port port, Profile profile) {
    Map<String, String> failures = new LinkedHashMap<>();
    Blame blame = Blame.NONE;
    for (Check check : all(profile)) {
      if (!failures.containsKey(group(check))) {
        ImmutableList<Check> alone = ImmutableList.of(check);
        Answers answers = Answers.of(port, profile, alone);
        if (!isRight(check.scenario(), answers, profile)) {
          Found found = found(result(answers, alone, profile));
          failures.putAll(found.failures());
          blame = blame.and(found.blame());
        }
      }
    }
    return new Found(ImmutableMap.copyOf(failures), blame);
  }

  private static Found found(RunResult result) {
    Map<String, String> failures = new LinkedHashMap<>();
    for (Failure failure : result.failures()) {
      failures.putIfAbsent(group(failure.check()), failure.message());
    }
    return new Found(ImmutableMap.copyOf(failures), Blame.of(result));
  }

  private static boolean isLikeTheReference(Hello hello) {
    Hello reference = new ReferencePort().hello();
    return ImmutableHello.copyOf(reference).withName(hello.name()).equals(hello);
  }

  private boolean isRight(Scenario scenario, Answers answers, Profile profile) {
    Optional<Trace> seen = answers.trace(scenario);
    return right.getOrDefault(profile, ImmutableList.of()).stream()
        .anyMatch(one -> one.covers(scenario, seen));
  }

  /** A whole run; a defect of the kit ends it. */
  private RunResult result(Port port, ImmutableList<Check> which, Profile profile) {
    RunResult result = new ConformanceRun(port, profile).run(which, seed);
    for (Defect defect : result.defects()) {
      throw new IllegalStateException(
          "the kit fails at " + defect.check() + ": " + defect.cause(), defect.cause());
    }
    return result;
  }

  private ImmutableList<Check> all(Profile profile) {
    return checks.getOrDefault(profile, ImmutableList.of());
  }

  /** What a check counts as. */
  static String group(Check check) {
    if (check.origin() instanceof Origin.Cell cell) {
      return cell.kind() + "/" + cell.cause().id() + "/" + cell.comeback().id();
    }
    if (check.origin() instanceof Origin.Boundary boundary) {
      return boundary.kind()
          + "/"
          + boundary.constant()
          + boundary.begin().map(action -> "/" + action.id()).orElse("");
    }
    return check.origin() instanceof Origin.Generated ? GENERATED : check.id();
  }
}
