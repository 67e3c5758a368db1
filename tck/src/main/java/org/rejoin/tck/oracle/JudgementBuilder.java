package org.rejoin.tck.oracle;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/** Gathers what an acceptor finds in one trace, and makes a judgement of it. */
final class JudgementBuilder implements Listener {
  private final List<Expectation> expected = new ArrayList<>();
  private final List<Divergence> divergences = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>(0);
  private final EnumMultiset<Rule> exercised = EnumMultiset.create(Rule.class);

  @Override
  public void expected(Expectation expectation) {
    expected.add(expectation);
  }

  @Override
  public void relaxed(long number) {
    expected.set((int) number, expected.get((int) number).permitted());
  }

  @Override
  public void met(long number, TracedCallback seen, boolean inOrder) {
    expected.set((int) number, expected.get((int) number).metBy(seen, inOrder));
  }

  @Override
  public void diverged(Divergence divergence) {
    divergences.add(divergence);
  }

  @Override
  public void remarked(Remark remark) {
    remarks.add(remark);
  }

  @Override
  public void exercised(Rule rule) {
    exercised.add(rule);
  }

  Judgement build() {
    divergences.sort(Comparator.comparingLong(Divergence::atMillis));
    return new Judgement(
        ImmutableList.copyOf(expected),
        ImmutableList.copyOf(divergences),
        ImmutableMultiset.copyOf(exercised),
        ImmutableList.copyOf(remarks));
  }
}
