package org.rejoin.tck.report;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.MoreCollectors;
import com.google.common.collect.Multiset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.rejoin.api.Platform;
import org.rejoin.tck.run.Ending;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Matrix.Cause;
import org.rejoin.tck.scenario.Origin;

/** How the platform matrix ended: who it happens to, who sees it, dropped or killed. Immutable. */
public final class PlatformMatrix {
  /**
   * One cell, with all its comebacks and contexts.
   *
   * @param actor the platform of whom it happens to
   * @param observer the platform of who sees it
   * @param cause what happens
   * @param verdict the cell's verdict: the worst that was judged, if anything was
   * @param passed how many of its checks passed
   * @param selected how many of its checks were to be judged
   */
  public record Cell(
      Platform actor, Platform observer, Cause cause, Verdict verdict, int passed, int selected) {}

  private record Place(Platform actor, Platform observer, Cause cause) {}

  private static final Comparator<Verdict> WORST_FIRST =
      Comparator.comparingInt(PlatformMatrix::rank).thenComparing(Comparator.naturalOrder());

  private final ImmutableList<Cell> cells;

  private PlatformMatrix(ImmutableList<Cell> cells) {
    this.cells = cells;
  }

  /** The matrix of a run. */
  public static PlatformMatrix of(RunResult result) {
    Map<Place, Multiset<Verdict>> endings = new LinkedHashMap<>();
    for (Platform actor : Platform.values()) {
      for (Platform observer : Platform.values()) {
        for (Cause cause : Cause.values()) {
          endings.put(new Place(actor, observer, cause), EnumMultiset.create(Verdict.class));
        }
      }
    }
    result.written().forEach(ending -> add(ending, endings));
    return new PlatformMatrix(
        endings.entrySet().stream()
            .map(entry -> cell(entry.getKey(), entry.getValue()))
            .collect(ImmutableList.toImmutableList()));
  }

  private static void add(Ending ending, Map<Place, Multiset<Verdict>> endings) {
    if (ending.check().origin() instanceof Origin.Cell cell) {
      Place place = new Place(cell.actor(), cell.observer(), cell.cause());
      endings.computeIfPresent(
          place,
          (same, verdicts) -> {
            verdicts.add(ending.verdict());
            return verdicts;
          });
    }
  }

  private static Cell cell(Place place, Multiset<Verdict> verdicts) {
    return new Cell(
        place.actor(),
        place.observer(),
        place.cause(),
        worst(verdicts.stream()),
        verdicts.count(Verdict.PASS),
        verdicts.size());
  }

  /** What a cell shows of checks that ended so: the worst that was judged, if anything was. */
  public static Verdict worst(Stream<Verdict> verdicts) {
    return verdicts.min(WORST_FIRST).orElse(Verdict.NOT_SELECTED);
  }

  /** A failure shows first, then what is open, then what passed; then why there is nothing. */
  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case FAIL, HANG, CRASH, PROTOCOL_ERROR -> 0;
      case KNOWN_FAILING -> 1;
      case INCONCLUSIVE -> 2;
      case NOT_EXERCISED -> 3;
      case PASS -> 4;
      case UNSUPPORTED -> 5;
      case NOT_SELECTED -> 6;
    };
  }

  /** All cells: by actor, then by observer, then by cause. */
  public ImmutableList<Cell> cells() {
    return cells;
  }

  /** One cell. */
  public Cell cell(Platform actor, Platform observer, Cause cause) {
    return cells.stream()
        .filter(cell -> cell.actor() == actor)
        .filter(cell -> cell.observer() == observer)
        .filter(cell -> cell.cause() == cause)
        .collect(MoreCollectors.onlyElement());
  }
}
