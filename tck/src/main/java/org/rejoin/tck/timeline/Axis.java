package org.rejoin.tck.timeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;

/**
 * Where each instant goes from left to right: one scale, but for long stretches in which nothing
 * happens, which are broken out.
 *
 * @param segments without gaps from 0 to the end, in time order; never empty
 */
public record Axis(ImmutableList<Segment> segments) {
  /** A broken stretch is this wide, compared to all that is drawn to scale. */
  private static final double BREAK_WIDTH = 0.05;

  /** A broken stretch keeps this part of the longest window to scale on both sides. */
  private static final int KEPT_PART = 10;

  private static final ImmutableList<Long> ROUND_MILLIS = roundMillis();

  /**
   * A stretch of the axis.
   *
   * @param fromMillis its first instant
   * @param toMillis its last
   * @param from where it begins, from 0 to 1
   * @param to where it ends, from 0 to 1
   * @param broken whether it is shorter than to scale, and nothing happens in it
   */
  public record Segment(long fromMillis, long toMillis, double from, double to, boolean broken) {}

  /**
   * The axis for these instants.
   *
   * @param instants the instants at which something is to be seen, 0 and the end among them
   * @param longestMillis the longest stretch without an instant that is drawn to scale
   */
  static Axis of(ImmutableSortedSet<Long> instants, long longestMillis) {
    checkArgument(!instants.isEmpty(), "an axis needs an instant");
    ImmutableList.Builder<long[]> stretches = ImmutableList.builder();
    long start = instants.first();
    long before = start;
    long kept = longestMillis / KEPT_PART;
    for (long instant : instants) {
      if (instant - before > longestMillis) {
        stretches.add(new long[] {start, before + kept});
        stretches.add(new long[] {before + kept, instant - kept});
        start = instant - kept;
      }
      before = instant;
    }
    stretches.add(new long[] {start, before});
    return scaled(stretches.build());
  }

  private static Axis scaled(ImmutableList<long[]> stretches) {
    double toScale = 0;
    for (int i = 0; i < stretches.size(); i += 2) {
      toScale += length(stretches.get(i));
    }
    toScale = Math.max(toScale, 1);
    int breaks = stretches.size() / 2;
    double whole = toScale * (1 + BREAK_WIDTH * breaks);
    ImmutableList.Builder<Segment> segments = ImmutableList.builder();
    double from = 0;
    for (int i = 0; i < stretches.size(); i++) {
      boolean broken = i % 2 == 1;
      double to = from + (broken ? toScale * BREAK_WIDTH : length(stretches.get(i))) / whole;
      segments.add(
          new Segment(stretches.get(i)[0], stretches.get(i)[1], from, Math.min(1, to), broken));
      from = to;
    }
    return new Axis(segments.build());
  }

  private static long length(long[] stretch) {
    return stretch[1] - stretch[0];
  }

  /** Where an instant is, from 0 to 1; what is before the start or after the end is at that end. */
  public double position(long millis) {
    for (Segment segment : segments) {
      if (millis <= segment.toMillis()) {
        return within(segment, Math.max(millis, segment.fromMillis()));
      }
    }
    return segments.get(segments.size() - 1).to();
  }

  private static double within(Segment segment, long millis) {
    long length = segment.toMillis() - segment.fromMillis();
    double part = length == 0 ? 0 : (double) (millis - segment.fromMillis()) / length;
    return segment.from() + part * (segment.to() - segment.from());
  }

  /** Whether an instant lies inside a broken stretch. */
  boolean isBroken(long millis) {
    return segments.stream()
        .anyMatch(
            segment ->
                segment.broken() && millis > segment.fromMillis() && millis < segment.toMillis());
  }

  /**
   * The instants to write under the axis: round ones, and far enough apart.
   *
   * @param apart the least distance between two, as part of the axis
   */
  public ImmutableList<Long> ticks(double apart) {
    ImmutableList.Builder<Long> ticks = ImmutableList.builder();
    double last = Double.NEGATIVE_INFINITY;
    for (Segment segment : segments) {
      for (long tick : segment.broken() ? ImmutableList.<Long>of() : ticks(segment, apart)) {
        if (position(tick) - last >= apart) {
          ticks.add(tick);
          last = position(tick);
        }
      }
    }
    return ticks.build();
  }

  /** Ticks of one scale; a segment too short for any gets the roundest instant that it has. */
  private static ImmutableList<Long> ticks(Segment segment, double apart) {
    double perMilli =
        (segment.to() - segment.from()) / Math.max(1, segment.toMillis() - segment.fromMillis());
    int step = 0;
    while (step < ROUND_MILLIS.size() - 1 && ROUND_MILLIS.get(step) * perMilli < apart) {
      step++;
    }
    ImmutableList<Long> ticks = multiples(segment, ROUND_MILLIS.get(step));
    while (ticks.isEmpty()) {
      step--;
      ticks = multiples(segment, ROUND_MILLIS.get(step));
    }
    return ticks;
  }

  private static ImmutableList<Long> multiples(Segment segment, long step) {
    ImmutableList.Builder<Long> multiples = ImmutableList.builder();
    // Counted, not compared: at the end of time the next multiple would overflow.
    long first = Math.floorDiv(segment.fromMillis() + step - 1, step);
    long last = Math.floorDiv(segment.toMillis(), step);
    for (long i = first; i <= last; i++) {
      multiples.add(i * step);
    }
    return multiples.build();
  }

  private static ImmutableList<Long> roundMillis() {
    ImmutableList.Builder<Long> round = ImmutableList.builder();
    for (long power = 1; power <= 1_000_000_000_000L; power *= 10) {
      round.add(power, 2 * power, 5 * power);
    }
    return round.build();
  }
}
