package org.rejoin.tck.defective;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rejoin.tck.spec.Rule;

/** Holds a table of kills to what is claimed. */
final class Audit {
  private final KillTable table;
  private final Claims claims;
  private final ImmutableList.Builder<String> problems = ImmutableList.builder();

  private Audit(KillTable table, Claims claims) {
    this.table = table;
    this.claims = claims;
  }

  /** Every claim that does not hold, and everything that nothing is claimed of, a line each. */
  static ImmutableList<String> problems(KillTable table, Claims claims) {
    Audit audit = new Audit(table, claims);
    table.trials().forEach(audit::check);
    table.checks().forEach(audit::check);
    audit.checkRules();
    audit.checkNames();
    return audit.problems.build();
  }

  private void check(Trial trial) {
    String id = "defect " + trial.defect().id() + ": ";
    if (trial.killers().isEmpty()) {
      problems.add(id + "it survives, no check finds it");
      return;
    }
    ImmutableMap<String, String> named =
        claims.killers().getOrDefault(trial.defect().id(), ImmutableMap.of());
    if (named.isEmpty()) {
      problems.add(id + "no check is named as its killer");
    }
    Blame blame = claims.blame().getOrDefault(trial.defect().id(), Blame.NONE);
    if (!trial.blame().equals(blame)) {
      problems.add(id + "it is blamed on " + trial.blame() + " and should be on " + blame);
    }
    named.forEach(
        (check, message) -> {
          Optional<String> said = Optional.ofNullable(trial.killers().get(check));
          if (!table.checks().contains(check)) {
            problems.add(id + "its killer " + check + " is not among the checks");
          } else if (said.isEmpty()) {
            problems.add(id + check + " is named as its killer and does not find it");
          } else if (!isSaid(message, said.get())) {
            problems.add(
                id + check + " says \"" + said.get() + "\" and should say \"" + message + "\"");
          }
        });
  }

  /** Each rule can be broken; where no rules are claimed at all, the trial is not of them. */
  private void checkRules() {
    for (Rule rule : Rule.values()) {
      if (!claims.blame().isEmpty() && table.blamedOn(rule).isEmpty()) {
        problems.add("rule " + rule.id() + ": no defect is blamed on it");
      }
    }
  }

  /** Whether a message is as claimed, where {@code *} stands for anything. */
  private static boolean isSaid(String claimed, String said) {
    String pattern =
        Splitter.on('*')
            .splitToStream(claimed)
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.matches(pattern, said);
  }

  private void check(String check) {
    String id = "check " + check + ": ";
    if (table.foundBy(check).isEmpty()) {
      problems.add(id + "it finds no defect");
    }
    if (claims.killers().values().stream().noneMatch(named -> named.containsKey(check))) {
      problems.add(id + "it is named as the killer of no defect");
    }
    Optional<Claims.Reason> reason = Optional.ofNullable(claims.reasons().get(check));
    boolean hasPrey = !table.preyOf(check).isEmpty();
    if (hasPrey && reason.isPresent()) {
      problems.add(
          id
              + "it alone finds "
              + table.preyOf(check).get(0).defect().id()
              + ", so it needs no reason");
    }
    if (!hasPrey && reason.isEmpty()) {
      problems.add(id + "it is the only one to find no defect, and no reason is given");
    }
    if (!hasPrey) {
      reason.ifPresent(given -> checkReason(check, given));
    }
  }

  /**
   * The others that a reason names must find, together, all that the check finds; but for ports of
   * which it depends on the order of the checks which one finds them.
   */
  private void checkReason(String check, Claims.Reason reason) {
    String more =
        table.foundBy(check).stream()
            .filter(trial -> !trial.defect().isLasting())
            .filter(trial -> reason.with().stream().noneMatch(trial.killers()::containsKey))
            .map(trial -> trial.defect().id())
            .collect(Collectors.joining(", "));
    if (!more.isEmpty()) {
      problems.add(
          "check "
              + check
              + ": its reason does not hold, none of "
              + String.join(", ", reason.with())
              + " finds "
              + more);
    }
  }

  private void checkNames() {
    for (String defect :
        Sets.difference(
            claims.killers().keySet(),
            table.trials().stream()
                .map(trial -> trial.defect().id())
                .collect(Collectors.toSet()))) {
      problems.add("killers are named for " + defect + ", which is no defect");
    }
    for (String check : Sets.difference(claims.reasons().keySet(), table.checks())) {
      problems.add("a reason is given for " + check + ", which is no check");
    }
  }
}
