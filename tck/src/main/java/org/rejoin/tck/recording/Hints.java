package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.stream.Collectors;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.spec.Rule;

/** What to look at in a log before its SDK is blamed, a sentence each. */
final class Hints {
  private static final ImmutableSet<Rule> KILL_QUITS =
      Sets.immutableEnumSet(Rule.KILL_01, Rule.KILL_02, Rule.KILL_03);

  /** The rules of windows that a profile may make longer in live mode. */
  private static final ImmutableSet<Rule> LIVE_WINDOWS =
      Sets.immutableEnumSet(Rule.NET_08, Rule.NET_09, Rule.KILL_04, Rule.KILL_05);

  private Hints() {}

  /** What is to be said of a trace that is told by this difference. */
  static ImmutableList<String> of(
      Divergence first, Differences differences, Circumstances how, Profile profile) {
    ImmutableList.Builder<String> hints = ImmutableList.builder();
    hints.addAll(differences.notRecorded());
    if (!Sets.intersection(first.rules(), KILL_QUITS).isEmpty()) {
      hints.add(
          "a process that is killed without running any of its code says no goodbye: such a kill is"
              + " logged as `drop` (D-45)");
    }
    if (how.mode() == Mode.LIVE) {
      boolean isLate = first.unlogged().isEmpty() && !first.rules().contains(Rule.DRV_04);
      if (isLate && !Sets.intersection(first.rules(), LIVE_WINDOWS).isEmpty()) {
        hints.add(liveWindow(profile));
      }
      if (first.unlogged().orElse("").endsWith("became audience")) {
        hints.add(
            "a callback whose line has its `reason`, such as become-audience, is ignored where no"
                + " rule is about that reason, and so is the one that takes it back");
      }
    }
    return hints.build();
  }

  private static String liveWindow(Profile profile) {
    String others =
        Profiles.ALL.stream()
            .filter(Hints::hasLiveWindow)
            .map(Profile::id)
            .collect(Collectors.joining(", "));
    return "under profile "
        + profile.id()
        + " an observer waits "
        + profile.liveGoneAfterMillis() / 1000.0
        + " s in live mode"
        + (hasLiveWindow(profile) ? "" : ", as otherwise")
        + " (D-35); "
        + (others.isEmpty()
            ? "no profile that is shipped has a live window of its own"
            : "profiles with a live window of their own: " + others);
  }

  private static boolean hasLiveWindow(Profile profile) {
    return profile.liveGoneAfterMillis() != profile.goneAfterMillis();
  }
}
