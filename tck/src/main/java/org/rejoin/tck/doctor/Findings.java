package org.rejoin.tck.doctor;

import com.google.common.collect.ImmutableList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rejoin.tck.port.Probe;

/** What has been found so far. */
final class Findings {
  private final Map<Rung, Finding> byRung = new EnumMap<>(Rung.class);
  private final Set<String> notes = new LinkedHashSet<>();

  /** Adds what was found at a rung. Returns whether it holds. */
  boolean add(Finding finding) {
    byRung.put(finding.rung(), finding);
    return finding.holds();
  }

  /** Keeps what a run of the port's program printed beside its messages. */
  void noteStrayOutput(Probe probe) {
    notes.addAll(probe.strayOutput());
  }

  boolean holds(Rung rung) {
    return Optional.ofNullable(byRung.get(rung)).filter(Finding::holds).isPresent();
  }

  /** All rungs: those of which nothing was found were not tried. */
  Diagnosis build() {
    Optional<Finding> failed =
        byRung.values().stream()
            .filter(finding -> finding.state() == Finding.State.FAILED)
            .findFirst();
    ImmutableList.Builder<Finding> all = ImmutableList.builder();
    for (Rung rung : Rung.values()) {
      all.add(byRung.getOrDefault(rung, Finding.notTried(rung, why(failed))));
    }
    return new Diagnosis(all.build(), ImmutableList.copyOf(notes));
  }

  private static String why(Optional<Finding> failed) {
    return failed
        .map(finding -> "'" + finding.rung().title() + "' has to hold first")
        .orElse("a rung before it has to hold first");
  }
}
