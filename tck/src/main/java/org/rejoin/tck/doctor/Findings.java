package org.rejoin.tck.doctor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.rejoin.tck.port.Probe;

/** What has been found so far. */
final class Findings {
  private final Consumer<Finding> sink;
  private final Map<Rung, Finding> byRung = new EnumMap<>(Rung.class);
  private final Set<String> notes = new LinkedHashSet<>();

  Findings(Consumer<Finding> sink) {
    this.sink = sink;
  }

  /** Adds what was found at the next rung that was tried. Returns whether it holds. */
  boolean add(Finding finding) {
    passOver(Sets.filter(EnumSet.allOf(Rung.class), rung -> rung.compareTo(finding.rung()) < 0));
    byRung.put(finding.rung(), finding);
    sink.accept(finding);
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
    passOver(EnumSet.allOf(Rung.class));
    return new Diagnosis(ImmutableList.copyOf(byRung.values()), ImmutableList.copyOf(notes));
  }

  private void passOver(Set<Rung> rungs) {
    for (Rung rung : rungs) {
      if (!byRung.containsKey(rung)) {
        Finding finding = Finding.notTried(rung, why());
        byRung.put(rung, finding);
        sink.accept(finding);
      }
    }
  }

  private String why() {
    return byRung.values().stream()
        .filter(finding -> finding.state() == Finding.State.FAILED)
        .findFirst()
        .map(finding -> "'" + finding.rung().title() + "' has to hold first")
        .orElse("a rung before it has to hold first");
  }
}
