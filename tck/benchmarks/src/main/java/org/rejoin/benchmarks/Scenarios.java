package org.rejoin.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;

/** What a generated scenario costs: made, run on the reference, judged; written and read. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BenchmarkMode(Mode.AverageTime)
public class Scenarios {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final int KEPT = 1_024;
  private static final JsonFactory TOKENS = new JsonFactory();
  private static final ObjectMapper TREES = new ObjectMapper();

  private final Generator generator = new Generator(PROFILE, 6);
  private final ReferencePort reference = new ReferencePort();
  private final Oracle oracle = new Oracle(PROFILE, reference.hello().features());
  private final Scenario[] scenarios = new Scenario[KEPT];
  private final Answer.Ran[] answers = new Answer.Ran[KEPT];
  private final String[] lines = new String[KEPT];
  private int next;

  /** The same scenarios for every part. */
  @Setup
  public void generateSome() {
    for (int i = 0; i < KEPT; i++) {
      scenarios[i] = generator.generate(1, i);
      answers[i] = (Answer.Ran) reference.run(scenarios[i], PROFILE);
      lines[i] = ScenarioJson.toJson(scenarios[i]).toString();
    }
  }

  private int next() {
    next = (next + 1) % KEPT;
    return next;
  }

  /** All of it. */
  @Benchmark
  public Judgement generatedRunAndJudged() {
    Scenario scenario = generator.generate(1, next());
    Answer.Ran ran = (Answer.Ran) reference.run(scenario, PROFILE);
    return oracle.judge(scenario, ran.trace());
  }

  /** Generating alone. */
  @Benchmark
  public Scenario generated() {
    return generator.generate(1, next());
  }

  /** Running alone. */
  @Benchmark
  public Answer run() {
    return reference.run(scenarios[next()], PROFILE);
  }

  /** Judging alone. */
  @Benchmark
  public Judgement judged() {
    int index = next();
    return oracle.judge(scenarios[index], answers[index].trace());
  }

  /** A scenario becomes a line. */
  @Benchmark
  public String written() {
    return ScenarioJson.toJson(scenarios[next()]).toString();
  }

  /** A line becomes a scenario, with everything checked. */
  @Benchmark
  public Scenario read() throws IOException {
    return ScenarioJson.read(TREES.readTree(lines[next()]));
  }

  /** The same line as mere tokens. */
  @Benchmark
  public int tokens() throws IOException {
    int tokens = 0;
    try (JsonParser parser = TOKENS.createParser(lines[next()])) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }
}
