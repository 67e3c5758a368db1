package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The figures of JMH's benchmarks: {@code Class.method}, with {@code @users} where it has them. */
final class Jmh implements Source {
  private static final TimeValue ITERATION = TimeValue.milliseconds(400);
  private static final int ITERATIONS = 3;

  /** Of what runs through the whole kit: the second compiler takes seconds for all of that. */
  private static final int LONG_WARM_UP = 20;

  @Override
  public ImmutableMap<String, Double> round(ImmutableSet<String> keys) throws Exception {
    ImmutableSet<String> wanted =
        keys.stream()
            .filter(key -> Character.isUpperCase(key.charAt(0)))
            .collect(ImmutableSet.toImmutableSet());
    Map<Boolean, List<String>> names =
        wanted.stream()
            .map(key -> key.replaceAll("@.*", ""))
            .distinct()
            .collect(Collectors.partitioningBy(name -> name.startsWith("Scenarios.")));
    ImmutableMap.Builder<String, Double> figures = ImmutableMap.builder();
    for (Map.Entry<Boolean, List<String>> part : names.entrySet()) {
      if (!part.getValue().isEmpty()) {
        figures.putAll(figures(part.getValue(), part.getKey() ? LONG_WARM_UP : ITERATIONS));
      }
    }
    return figures.buildOrThrow();
  }

  private static ImmutableMap<String, Double> figures(List<String> names, int warmUp)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .forks(1)
            .warmupIterations(warmUp)
            .warmupTime(ITERATION)
            .measurementIterations(ITERATIONS)
            .measurementTime(ITERATION)
            .jvmArgsAppend("-Xmx3g")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    names.forEach(name -> options.include("\\." + Pattern.quote(name) + "$"));
    ImmutableMap.Builder<String, Double> figures = ImmutableMap.builder();
    for (RunResult result : new Runner(options.build()).run()) {
      figures.put(key(result.getParams()), result.getPrimaryResult().getScore());
    }
    return figures.buildOrThrow();
  }

  private static String key(BenchmarkParams benchmark) {
    List<String> names = List.of(benchmark.getBenchmark().split("\\."));
    String name = String.join(".", names.subList(names.size() - 2, names.size()));
    return benchmark.getParamsKeys().contains("users")
        ? name + "@" + benchmark.getParam("users")
        : name;
  }
}
