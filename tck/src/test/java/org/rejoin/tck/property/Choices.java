package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rejoin.api.Callback;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.TracedCallback;

/** Ports that conform and choose otherwise than the reference where they may. */
final class Choices {
  private Choices() {}

  /** What others are told, told anew; at one instant in another order than the reference's. */
  static final class ToldAnew extends Altered {
    private final boolean ownClock;
    private final boolean announcesSilent;

    /**
     * A port.
     *
     * @param ownClock whether it reports others gone while it is cut off itself, where it may
     *     (D-09)
     * @param announcesSilent whether a newcomer is told of users of the channel that are silent,
     *     and holds them present until its window ends (D-33)
     */
    ToldAnew(boolean ownClock, boolean announcesSilent) {
      this.ownClock = ownClock;
      this.announcesSilent = announcesSilent;
    }

    @Override
    ImmutableList<TracedCallback> callbacks(
        Scenario scenario, Profile profile, ImmutableList<TracedCallback> right) {
      Moments moments = new Moments(scenario, profile);
      Stream<TracedCallback> ofItself =
          right.stream().filter(one -> one.callback().peer().isEmpty());
      Stream<TracedCallback> ofOthers =
          scenario.participants().reverse().stream()
              .map(Participant::uid)
              .flatMap(
                  observer ->
                      scenario.participants().reverse().stream()
                          .map(Participant::uid)
                          .filter(user -> !user.equals(observer))
                          .flatMap(
                              user ->
                                  new Story(
                                          scenario,
                                          profile,
                                          observer,
                                          user,
                                          ownClock,
                                          announcesSilent)
                                      .tell(moments, scenario.untilMillis()).stream()));
      return ImmutableList.sortedCopyOf(
          Comparator.comparingLong(TracedCallback::atMillis),
          Stream.concat(ofItself, ofOthers).collect(ImmutableList.toImmutableList()));
    }
  }

  /** Gives no reasons, and an alias every now and then (D-38, D-41). */
  static final class OtherNames extends Altered {
    @Override
    ImmutableList<TracedCallback> callbacks(
        Scenario scenario, Profile profile, ImmutableList<TracedCallback> right) {
      People people = new People(scenario);
      return right.stream()
          .map(one -> renamed(one, people.family(one.uid()), profile))
          .collect(ImmutableList.toImmutableList());
    }

    private static TracedCallback renamed(TracedCallback one, Family family, Profile profile) {
      boolean rejoined = one.callback().name().equals("didRejoinChannel");
      String name =
          profile.aliases().get(new CallbackKey(family, Event.Kind.REJOINED)).stream()
              .filter(unused -> rejoined && one.atMillis() % 2 == 0)
              .findFirst()
              .orElse(one.callback().name());
      return new TracedCallback(
          one.atMillis(), one.uid(), new Callback(name, one.callback().peer(), Optional.empty()));
    }
  }

  /** Announces nobody at a first meeting, and offers only some features. */
  static final class Less extends Altered {
    private final ImmutableSet<Feature> lacking;

    Less(Feature... lacking) {
      this.lacking = ImmutableSet.copyOf(lacking);
    }

    @Override
    public Hello hello() {
      return ImmutableHello.copyOf(super.hello())
          .withFeatures(
              Sets.difference(
                  super.hello().features(),
                  Sets.union(lacking, ImmutableSet.of(Feature.ANNOUNCES))));
    }

    @Override
    ImmutableList<TracedCallback> callbacks(
        Scenario scenario, Profile profile, ImmutableList<TracedCallback> right) {
      Moments moments = new Moments(scenario, profile);
      Set<Object> met = new HashSet<>();
      return right.stream()
          .filter(
              one ->
                  one.callback().peer().isEmpty()
                      || !met.add(
                          ImmutableList.of(
                              one.uid(),
                              one.callback().peer().get(),
                              session(moments, one.uid(), one.atMillis())))
                      || !isBack(one, scenario, profile))
          .collect(ImmutableList.toImmutableList());
    }

    private static boolean isBack(TracedCallback one, Scenario scenario, Profile profile) {
      return new Vocabulary(profile)
          .word(new People(scenario).family(one.uid()), one.callback().name())
          .equals(Optional.of(Word.BACK));
    }

    private static int session(Moments moments, UserId user, long atMillis) {
      int last = -1;
      while (last + 1 < moments.steps().size()
          && moments.steps().get(last + 1).atMillis() <= atMillis) {
        last++;
      }
      return moments.after(last, user).session();
    }
  }
}
