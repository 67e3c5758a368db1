package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Remark;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * The differences of one trace: those that are held against it, and those that are left open, each
 * for a {@link Doubt}. What one app is told of one user is a story of its own: once a difference of
 * it is left open, so is what follows in it.
 */
final class Differences {
  /** So many sentences are kept beside the first one; the others are counted. */
  private static final int SENTENCES = 9;

  private final ImmutableSet<UserId> recorded;
  private final Optional<Blurs> blurs;
  private final Supplier<ImmutableSet<UserId>> told;

  private final Map<UserId, Long> aliveTwice = new HashMap<>(0);
  private final Set<Story> otherReasons = new HashSet<>(0);
  private final Map<Story, Doubt> open = new HashMap<>(0);

  /** Differences at users who were told nothing so far, by user. */
  private final Map<UserId, Sentences> untold = new LinkedHashMap<>(0);

  private final Sentences held = new Sentences();
  private final Sentences leftOpen = new Sentences();
  private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);

  /** What an app is told of a user, or of itself; what a server shows. */
  private record Story(Optional<UserId> uid, Optional<UserId> peer) {}

  /** Differences of one kind: the first one, the first few sentences, all rules. */
  private static final class Sentences {
    private Optional<Divergence> first = Optional.empty();
    private final List<Divergence> kept = new ArrayList<>(0);
    private final EnumSet<Rule> rules = EnumSet.noneOf(Rule.class);
    private long count;

    void add(Divergence divergence) {
      if (first.isEmpty() || divergence.atMillis() < first.get().atMillis()) {
        first = Optional.of(divergence);
      }
      if (kept.size() <= SENTENCES) {
        kept.add(divergence);
      }
      rules.addAll(divergence.rules());
      count++;
    }

    void addAll(Sentences others) {
      others.kept.forEach(this::add);
      rules.addAll(others.rules);
      count += others.count - others.kept.size();
    }
  }

  /**
   * No difference was found yet.
   *
   * @param recorded the users whose callbacks were recorded; empty: not said
   * @param blurs what can't be kept apart
   * @param told the users of whose apps a callback is there so far, whatever it says
   */
  Differences(
      ImmutableSet<UserId> recorded, Optional<Blurs> blurs, Supplier<ImmutableSet<UserId>> told) {
    this.recorded = recorded;
    this.blurs = blurs;
    this.told = told;
  }

  /** An app was told of a user with a reason that no rule is about. */
  void otherReason(TracedCallback callback) {
    otherReasons.add(new Story(Optional.of(callback.uid()), callback.callback().peer()));
  }

  void add(Remark remark) {
    if (remark.kind() == Remark.Kind.ALIVE_TWICE) {
      aliveTwice.putIfAbsent(remark.uid(), remark.sinceMillis());
    }
  }

  /** Takes a difference. Returns whether it is held against the trace, as far as is known yet. */
  boolean add(Divergence divergence) {
    Story story = new Story(divergence.uid(), divergence.peer());
    Optional<Doubt> doubt =
        Optional.ofNullable(open.get(story)).or(() -> doubtOf(divergence, story));
    if (doubt.isPresent()) {
      open.put(story, doubt.get());
      leave(divergence, doubt.get());
      return false;
    }
    Optional<UserId> silent =
        divergence.uid().filter(uid -> recorded.isEmpty() && !told.get().contains(uid));
    if (silent.isPresent()) {
      untold.computeIfAbsent(silent.get(), unused -> new Sentences()).add(divergence);
      return false;
    }
    held.add(divergence);
    return true;
  }

  private Optional<Doubt> doubtOf(Divergence divergence, Story story) {
    boolean twice =
        Stream.concat(divergence.uid().stream(), divergence.peer().stream())
            .anyMatch(uid -> divergence.atMillis() >= aliveTwice.getOrDefault(uid, Long.MAX_VALUE));
    if (twice) {
      return Optional.of(Doubt.ALIVE_TWICE);
    }
    return otherReasons.contains(story)
        ? Optional.of(Doubt.OTHER_REASON)
        : blurs.flatMap(all -> all.reaching(divergence));
  }

  private void leave(Divergence divergence, Doubt doubt) {
    doubts.add(doubt);
    leftOpen.add(divergence);
  }

  /** Nothing more comes: whoever was told nothing is known. */
  void end() {
    ImmutableSet<UserId> spoken = untold.isEmpty() ? ImmutableSet.of() : told.get();
    untold.forEach(
        (uid, differences) -> {
          if (spoken.contains(uid)) {
            held.addAll(differences);
          } else {
            doubts.add(Doubt.NOT_RECORDED);
            leftOpen.addAll(differences);
          }
        });
    untold.keySet().removeIf(spoken::contains);
  }

  /** How the trace ends, if all of it could be used. */
  Verdict verdict() {
    return held.count > 0 ? Verdict.FAIL : leftOpen.count > 0 ? Verdict.INCONCLUSIVE : Verdict.PASS;
  }

  /** What the trace is told by: the first that is held against it, else the first left open. */
  Optional<Divergence> first() {
    return held.first.or(() -> leftOpen.first);
  }

  /** The rules that are broken for sure. */
  ImmutableSet<Rule> broken() {
    return ImmutableSet.copyOf(held.rules);
  }

  /** The rules of which it is left open. */
  ImmutableSet<Rule> leftOpen() {
    return ImmutableSet.copyOf(leftOpen.rules);
  }

  /** Why something was left open. */
  ImmutableSet<Doubt> doubts() {
    return ImmutableSet.copyOf(doubts);
  }

  /** A sentence for each difference but the first, as many as are kept. */
  ImmutableList<String> others() {
    ImmutableList.Builder<String> sentences = ImmutableList.builder();
    Optional<Divergence> first = first();
    Stream.concat(held.kept.stream(), leftOpen.kept.stream())
        .filter(one -> !first.equals(Optional.of(one)))
        .sorted(Comparator.comparingLong(Divergence::atMillis))
        .limit(SENTENCES)
        .map(one -> (held.kept.contains(one) ? "" : "left open: ") + sentence(one))
        .forEach(sentences::add);
    long more = held.count + leftOpen.count - 1 - SENTENCES;
    if (more > 0) {
      sentences.add("and " + more + " more");
    }
    return sentences.build();
  }

  /** A difference in a sentence that is true whatever was not logged. */
  static String sentence(Divergence divergence) {
    return divergence.message()
        + divergence.unlogged().map(cause -> ", unless the log lacks " + cause).orElse("");
  }

  /** What to write for users whose callbacks may not have been logged, a sentence each. */
  ImmutableList<String> notRecorded() {
    ImmutableSet<UserId> spoken = untold.isEmpty() ? ImmutableSet.of() : told.get();
    return untold.keySet().stream()
        .map(
            uid ->
                "user "
                    + uid
                    + " has no callback at all here, so nothing is held against its app: "
                    + (spoken.isEmpty()
                        ? "name it in `recorded` if its callbacks were logged"
                        : "write \"recorded\":"
                            + list(spoken.stream())
                            + " if its callbacks were not logged, "
                            + list(Stream.concat(spoken.stream(), Stream.of(uid)))
                            + " if they were"))
        .collect(ImmutableList.toImmutableList());
  }

  private static String list(Stream<UserId> uids) {
    return uids.map(UserId::toString).collect(Collectors.joining(",", "[", "]"));
  }
}
