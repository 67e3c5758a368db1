package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rejoin.tck.oracle.Remark;
import org.rejoin.tck.run.Defect;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.spec.Rule;

/** Adds up what is found in recordings; what has passed, and what is too much, leaves numbers. */
final class Totals {
  /** A name, and why no rule is about its callbacks. */
  private record Ignored(String name, String because) {
    static final Ignored OTHERS = new Ignored("others", "there are too many names to keep them");
  }

  /** So many failures are kept to be looked at, and as many messages of each kind. */
  static final int KEPT = 100;

  private final EnumCounts<Rule> exercised = new EnumCounts<>(Rule.class);
  private final EnumSet<Rule> broken = EnumSet.noneOf(Rule.class);
  private final EnumSet<Rule> leftOpen = EnumSet.noneOf(Rule.class);
  private final EnumCounts<Doubt> doubts = new EnumCounts<>(Doubt.class);
  private final EnumCounts<Remark.Kind> remarks = new EnumCounts<>(Remark.Kind.class);
  private final EnumMap<Remark.Kind, String> firstRemarks = new EnumMap<>(Remark.Kind.class);
  private final Map<Ignored, Long> ignored = new LinkedHashMap<>();
  private final EnumCounts<Verdict> places = new EnumCounts<>(Verdict.class);
  private final EnumCounts<Verdict> verdicts = new EnumCounts<>(Verdict.class);
  private final List<RecordedFailure> failures = new ArrayList<>();
  private final List<RecordedFailure> undecided = new ArrayList<>();
  private final List<String> brokenLines = new ArrayList<>();
  private final List<String> cutOff = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final List<String> empty = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private final Set<Feature> features = EnumSet.noneOf(Feature.class);

  private long lines;
  private long brokenLineCount;
  private long withoutEnd;
  private boolean real;

  void exercised(Rule rule) {
    exercised.add(rule);
  }

  /** What differs in a trace that has ended. */
  void add(Differences differences) {
    broken.addAll(differences.broken());
    leftOpen.addAll(differences.leftOpen());
    if (differences.verdict() == Verdict.INCONCLUSIVE) {
      differences.doubts().forEach(doubts::add);
    }
  }

  /** What bounds the verdict on a trace. */
  void add(Remark remark, String id) {
    remarks.add(remark.kind());
    firstRemarks.computeIfAbsent(
        remark.kind(),
        unused ->
            id
                + ": user "
                + remark.uid()
                + remark.peer().map(peer -> " of user " + peer).orElse("")
                + " at "
                + remark.sinceMillis()
                + " ms");
  }

  /** A callback that no rule is about. */
  void addIgnored(String name, String because) {
    Ignored key = new Ignored(name, because);
    boolean isKept = ignored.size() < KEPT || ignored.containsKey(key);
    ignored.merge(isKept ? key : Ignored.OTHERS, 1L, Long::sum);
  }

  /** Whether one more trace of this verdict may be kept. */
  boolean hasPlace(Verdict verdict) {
    return places.of(verdict) < KEPT;
  }

  /** The same; if so, it is meant to be. */
  boolean takePlace(Verdict verdict) {
    if (!hasPlace(verdict)) {
      return false;
    }
    places.add(verdict);
    return true;
  }

  void add(Verdict verdict) {
    verdicts.add(verdict);
  }

  void add(RecordedFailure failure) {
    boolean isOpen = failure.failure().verdict() == Verdict.INCONCLUSIVE;
    (isOpen ? undecided : failures).add(failure);
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
                : leftOpen.contains(rule)
                    ? Verdict.INCONCLUSIVE
                    : exercised.of(rule) > 0 ? Verdict.PASS : Verdict.NOT_EXERCISED);
  }

  ImmutableMultiset<Rule> exercised() {
    ImmutableMultiset.Builder<Rule> counts = ImmutableMultiset.builder();
    for (Rule rule : Rule.values()) {
      counts.addCopies(rule, exercised.saturated(rule));
    }
    return counts.build();
  }

  /** How many traces there were. */
  long traces() {
    return Arrays.stream(Verdict.values()).mapToLong(verdicts::of).sum();
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

  /** The traces of which it is left open whether they conform. */
  ImmutableList<RecordedFailure> undecided() {
    return ImmutableList.copyOf(undecided);
  }

  /** How many traces were left open for a reason. */
  long count(Doubt doubt) {
    return doubts.of(doubt);
  }

  long count(Remark.Kind kind) {
    return remarks.of(kind);
  }

  /** Where the first remark of a kind is; empty if there is none. */
  String first(Remark.Kind kind) {
    return firstRemarks.getOrDefault(kind, "");
  }

  ImmutableList<IgnoredCallback> ignored() {
    return ignored.entrySet().stream()
        .map(
            one -> new IgnoredCallback(one.getKey().name(), one.getKey().because(), one.getValue()))
        .collect(ImmutableList.toImmutableList());
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
