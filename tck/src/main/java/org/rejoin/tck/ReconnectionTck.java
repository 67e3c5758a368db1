package org.rejoin.tck;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.junit.Conformance;
import org.rejoin.tck.junit.ImmutableSettings;
import org.rejoin.tck.junit.OptedOut;
import org.rejoin.tck.junit.Settings;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.run.Glob;
import org.rejoin.tck.run.RealTime;

/**
 * Every check of the kit as JUnit tests: extend it, say in {@link #port()} what to test, and run it
 * like any test class.
 *
 * <p>What concerns platforms that the port does not play is left away. What the port says that it
 * can't do, and what {@link OptOut} leaves out, appears as an aborted test with the reason. One
 * port is used for all of it, by one thread at a time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.SAME_THREAD)
public abstract class ReconnectionTck {
  private static final int GENERATED = 2_000;

  private Optional<Conformance> conformance = Optional.empty();

  /** For subclasses. */
  protected ReconnectionTck() {}

  /**
   * The port to test. It is asked for once, and once more after each hang.
   *
   * @return a new port; it is closed at the end
   */
  protected abstract Port port();

  /**
   * The constants and names to judge by.
   *
   * @param hello what the port says of itself
   * @return the profile that the port claims, or the default one
   * @throws IllegalStateException if it claims one that the project does not ship
   */
  protected Profile profile(Hello hello) {
    return hello
        .profile()
        .map(
            id ->
                Profiles.ofId(id)
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                "the port claims the profile '"
                                    + id
                                    + "', which the kit does not ship; override profile(Hello)")))
        .orElse(Profiles.AGORA_2019_05);
  }

  /**
   * How far from its due time a callback may be seen on a real clock, in scenario time.
   *
   * @param hello what the port says of itself
   * @return nothing on a virtual clock; else the kit's default, 300 ms early and 700 ms late, or
   *     less if the profile allows only that
   */
  protected Tolerance tolerance(Hello hello) {
    return RealTime.tolerance(hello, profile(hello), Optional.empty());
  }

  /**
   * How long the port may take for a scenario, on top of the scenario's own length on a real clock:
   * 5 s. There is no limit while a debugger is attached.
   */
  protected Duration patience() {
    return Duration.ofSeconds(5);
  }

  /**
   * How many scenarios are generated: the system property {@code rejoin.scenarios}, or 2000; none
   * on a real clock, where each takes its own length.
   *
   * @param hello what the port says of itself
   */
  protected int generatedScenarios(Hello hello) {
    return Integer.getInteger(
        "rejoin.scenarios",
        switch (hello.clock()) {
          case VIRTUAL -> GENERATED;
          case REAL -> 0;
        });
  }

  /** Where generated scenarios begin: the system property {@code rejoin.seed}, or 1. */
  protected long seed() {
    return Long.getLong("rejoin.seed", 1);
  }

  /**
   * Has one scenario run and judged, as failed tests show it to be pasted into a test of its own.
   *
   * @param scenario one JSON object, as in the port protocol
   * @throws IllegalArgumentException if it is no scenario, or none for the port's platforms
   */
  protected final void judge(String scenario) {
    conformance().judge(scenario);
  }

  @TestFactory
  @Order(1)
  @DisplayName("rules")
  final ImmutableList<DynamicNode> rules() {
    return conformance().rules();
  }

  @TestFactory
  @Order(2)
  @DisplayName("situations")
  final ImmutableList<DynamicNode> situations() {
    return conformance().situations();
  }

  @TestFactory
  @Order(3)
  @DisplayName("platform matrix")
  final ImmutableList<DynamicNode> matrix() {
    return conformance().matrix();
  }

  @TestFactory
  @Order(4)
  @DisplayName("boundaries")
  final ImmutableList<DynamicNode> boundaries() {
    return conformance().boundaries();
  }

  @TestFactory
  @Order(5)
  @DisplayName("generated scenarios")
  final ImmutableList<DynamicNode> generated() {
    return conformance().generated();
  }

  @TestFactory
  @Order(6)
  @DisplayName("properties")
  final ImmutableList<DynamicNode> properties() {
    return conformance().properties();
  }

  @TestFactory
  @Order(7)
  @DisplayName("rules exercised")
  final ImmutableList<DynamicNode> exercised() {
    return conformance().exercised();
  }

  @TestFactory
  @Order(8)
  @DisplayName("opt-outs")
  final ImmutableList<DynamicNode> optOuts() {
    return conformance().optOuts();
  }

  @Test
  @Order(9)
  @DisplayName("what was judged")
  final void summary(TestReporter reporter) {
    reporter.publishEntry(conformance().counts());
  }

  @AfterAll
  final void closePort() {
    conformance.ifPresent(Conformance::close);
  }

  private Conformance conformance() {
    if (conformance.isEmpty()) {
      conformance = Optional.of(new Conformance(this::port, patience(), this::settings));
    }
    return conformance.get();
  }

  private Settings settings(Hello hello) {
    return ImmutableSettings.builder()
        .profile(profile(hello))
        .tolerance(named(hello))
        .generated(generatedScenarios(hello))
        .seed(seed())
        .addAllOptOuts(
            Arrays.stream(getClass().getAnnotationsByType(OptOut.class))
                .map(optOut -> new OptedOut(new Glob(optOut.check()), optOut.reason()))
                .toList())
        .build();
  }

  private Optional<Tolerance> named(Hello hello) {
    Tolerance named = tolerance(hello);
    RealTime.problem(named, hello, profile(hello))
        .ifPresent(
            problem -> {
              throw new IllegalStateException("tolerance(Hello): " + problem);
            });
    return Optional.of(named);
  }
}
