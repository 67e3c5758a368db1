package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rejoin.tck.run.Defect;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.spec.Rule;

/** Adds up what is found in recordings; what has passed, and what is too much, leaves numbers. */
final class Totals {
  /** So many failures are kept to be looked at, and as many messages of each kind. */
  static final int KEPT = 100;

  private final EnumCounts<Rule> exercised = new EnumCounts<>(Rule.class);
  private final EnumSet<Rule> broken = EnumSet.noneOf(Rule.class);
  private final EnumCounts<Verdict> verdicts = new EnumCounts<>(Verdict.class);
  private final List<RecordedFailure> failures = new ArrayList<>();
  private final List<String> brokenLines = new ArrayList<>();
  private final List<String> cutOff = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final List<String> empty = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private final Set<Feature> features = EnumSet.noneOf(Feature.class);

  private int places;
  private long lines;
  private long brokenLineCount;
  private long withoutEnd;
  private boolean real;

  void exercised(Rule rule) {
    exercised.add(rule);
  }

  void broken(ImmutableSet<Rule> rules) {
    broken.addAll(rules);
  }

  /** Whether one more failure may be kept; if so, it is meant to be. */
  boolean takePlace() {
    if (places == KEPT) {
      return false;
    }
    places++;
    return true;
  }

  void add(Verdict verdict) {
    verdicts.add(verdict);
  }

  void add(RecordedFailure failure) {
    failures.add(failure);
  }

  void addLines(long read) {
    lines += read;
  }

  void addBrokenLine(String message) {
    brokenLineCount++;
    if (brokenLines.size() < KEPT) {
      brokenLines.add(message);
    }
  }

  void addCutOff(String message) {
    if (cutOff.size() < KEPT) {
      cutOff.add(message);
    }
  }

  void addUnreadable(String message) {
    unreadable.add(message);
  }

  /** A file without any line. */
  void addEmpty(String file) {
    empty.add(file);
  }

  void addWithoutEnd() {
    withoutEnd++;
  }

  void addDefect(Defect defect) {
    if (defects.size() < KEPT) {
      defects.add(defect);
    }
  }

  /** What a trace was recorded under, for the report's words about all. */
  void addCircumstances(Circumstances how, boolean exact) {
    features.addAll(how.features());
    real |= !exact;
  }

  ImmutableMap<Verdict, Integer> counts() {
    return Maps.toMap(Arrays.asList(Verdict.values()), verdicts::saturated);
  }

  ImmutableMap<Rule, Verdict> rules() {
    return Maps.toMap(
        Arrays.asList(Rule.values()),
        rule ->
            broken.contains(rule)
                ? Verdict.FAIL
                : exercised.of(rule) > 0 ? Verdict.PASS : Verdict.NOT_EXERCISED);
  }

  ImmutableMultiset<Rule> exercised() {
    ImmutableMultiset.Builder<Rule> counts = ImmutableMultiset.builder();
    for (Rule rule : Rule.values()) {
      counts.addCopies(rule, exercised.saturated(rule));
    }
    return counts.build();
  }

  /** How many traces were judged, whatever came of it. */
  long judged() {
    return verdicts.of(Verdict.PASS) + verdicts.of(Verdict.FAIL);
  }

  long count(Verdict verdict) {
    return verdicts.of(verdict);
  }

  ImmutableList<RecordedFailure> failures() {
    return ImmutableList.copyOf(failures);
  }

  ImmutableList<String> brokenLines() {
    return ImmutableList.copyOf(brokenLines);
  }

  /** Last lines whose end is missing. */
  ImmutableList<String> cutOff() {
    return ImmutableList.copyOf(cutOff);
  }

  ImmutableList<String> unreadable() {
    return ImmutableList.copyOf(unreadable);
  }

  ImmutableList<String> empty() {
    return ImmutableList.copyOf(empty);
  }

  ImmutableList<Defect> defects() {
    return ImmutableList.copyOf(defects);
  }

  ImmutableSet<Feature> features() {
    return ImmutableSet.copyOf(features);
  }

  boolean isReal() {
    return real;
  }

  long lines() {
    return lines;
  }

  long brokenLineCount() {
    return brokenLineCount;
  }

  long withoutEnd() {
    return withoutEnd;
  }
}
