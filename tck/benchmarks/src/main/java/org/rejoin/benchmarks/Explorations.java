package org.rejoin.benchmarks;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rejoin.tck.reference.states.ExplorationFigures;

/**
 * Every state of three users of one channel, explored by the kit ({@code explore.*}) and by the
 * model checker SPIN ({@code spin.*}), each in a process of its own. Without SPIN, by the kit
 * alone.
 */
final class Explorations implements Source {

  @Override
  public ImmutableMap<String, Double> round(ImmutableSet<String> keys)
      throws IOException, InterruptedException {
    if (keys.stream().noneMatch(key -> key.startsWith("explore."))) {
      return ImmutableMap.of();
    }
    long begin = System.nanoTime();
    ImmutableMap<String, Double> kit = run("java");
    double whole = System.nanoTime() - begin;
    ImmutableMap<String, Double> spin = run("spin");
    ImmutableMap.Builder<String, Double> figures = ImmutableMap.builder();
    put(figures, "explore.", kit, whole);
    if (!spin.isEmpty()) {
      if (figure(kit, "states") != figure(spin, "states")) {
        throw new IllegalStateException("not the same states: " + kit + " and " + spin);
      }
      put(figures, "spin.", spin, figure(spin, "nanos"));
    }
    return figures.buildOrThrow();
  }

  private static void put(
      ImmutableMap.Builder<String, Double> figures,
      String whose,
      ImmutableMap<String, Double> found,
      double whole) {
    figures.put(whose + "looked", figure(found, "nanos") / figure(found, "looked"));
    figures.put(whose + "states", figure(found, "nanos") / figure(found, "states"));
    figures.put(whose + "whole", whole);
    if (found.containsKey("bytes")) {
      figures.put(whose + "memory", figure(found, "bytes"));
    }
  }

  private static double figure(ImmutableMap<String, Double> found, String name) {
    Double figure = found.get(name);
    if (figure == null) {
      throw new IllegalStateException("no " + name + " in " + found);
    }
    return figure;
  }

  /** What the program prints: a name and a number a line. */
  private static ImmutableMap<String, Double> run(String with)
      throws IOException, InterruptedException {
    // No more memory than the goal has, and one thread that is one, as SPIN's is.
    ImmutableList<String> command =
        ImmutableList.<String>builder()
            .addAll(Children.java(ExplorationFigures.class, "-Xmx2g", "-XX:+UseSerialGC"))
            .add(with)
            .build();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IllegalStateException(command + " ended with " + exit);
    }
    ImmutableMap.Builder<String, Double> found = ImmutableMap.builder();
    for (String line : out.lines().toList()) {
      List<String> words = Splitter.on(' ').splitToList(line);
      found.put(words.get(0), Double.valueOf(words.get(1)));
    }
    return found.buildOrThrow();
  }
}
