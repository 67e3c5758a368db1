package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** A port that claims a real clock, and knows whether it is asked alone or among others. */
final class FakeRealPort implements Port {
  /** How it answers. */
  @FunctionalInterface
  interface Manner {
    /**
     * The answer to a scenario.
     *
     * @param alone the how manieth time it is asked this alone; 0 among others
     */
    Answer answer(Scenario scenario, Answer right, int alone);
  }

  private final Port reference;
  private final Manner manner;
  private final Map<String, Integer> timesAlone = new HashMap<>();

  /** What it was asked, in order: the names of scenarios, with how often so far for those alone. */
  private final List<String> log;

  /** What was asked in each batch. */
  final List<ImmutableList<Scenario>> batches = Collections.synchronizedList(new ArrayList<>());

  FakeRealPort(Manner manner) {
    this(new ReferencePort(), manner, Collections.synchronizedList(new ArrayList<>()));
  }

  FakeRealPort(Port reference, Manner manner, List<String> log) {
    this.reference = reference;
    this.manner = manner;
    this.log = log;
  }

  @Override
  public Hello hello() {
    return ImmutableHello.copyOf(reference.hello())
        .withClock(Hello.Clock.REAL)
        .withConcurrency(8)
        .withTimeScale(0.1)
        .withFeatures(Sets.filter(reference.hello().features(), has -> has != Feature.ATTEMPTS));
  }

  @Override
  public Answer run(Scenario scenario, Profile profile) {
    int alone = timesAlone.merge(scenario.name(), 1, Integer::sum);
    log.add(scenario.name() + " alone " + alone);
    return manner.answer(scenario, reference.run(scenario, profile), alone);
  }

  @Override
  public void runAll(
      ImmutableList<Scenario> scenarios, Profile profile, ObjIntConsumer<Answer> sink) {
    batches.add(scenarios);
    for (int i = 0; i < scenarios.size(); i++) {
      Scenario scenario = scenarios.get(i);
      log.add(scenario.name());
      sink.accept(manner.answer(scenario, reference.run(scenario, profile), 0), i);
    }
  }

  /** What it was asked alone. */
  ImmutableList<String> alone() {
    return log.stream()
        .filter(line -> line.contains(" alone "))
        .collect(ImmutableList.toImmutableList());
  }

  /** The same, and every callback but those of the beginning later; none after the end. */
  static Answer late(Scenario scenario, Answer right, long millis) {
    Trace trace = ((Answer.Ran) right).trace();
    return new Answer.Ran(
        new Trace(
            trace.callbacks().stream()
                .map(
                    seen ->
                        new TracedCallback(
                            seen.atMillis() + (seen.atMillis() == 0 ? 0 : millis),
                            seen.uid(),
                            seen.callback()))
                .filter(seen -> seen.atMillis() <= scenario.untilMillis())
                .collect(ImmutableList.toImmutableList()),
            trace.server()));
  }
}
