package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Streams;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.rejoin.api.Callback;
import org.rejoin.api.Family;
import org.rejoin.api.UserId;
import org.rejoin.tck.presence.Course;
import org.rejoin.tck.presence.Course.Stretch;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * At the end of a scenario, whoever hears the server holds those present who can be heard, and
 * those gone who can't for its whole window; who was told nothing of a user holds it present.
 *
 * <p>A user that was never heard in the observer's session may be unknown to it (D-33): it is
 * looked at only if the observer was told of it. What was told at the very instant at which the
 * session began may belong to the one before, and does not count. The window counts from when the
 * user could last be heard by anybody, or was last reported back, so that no choice of a port is
 * blamed. Left out are scenarios in which somebody may give up (D-13).
 */
final class Convergence extends Watching {
  Convergence() {
    super(
        "convergence",
        "At the end, each user that is connected was last told of each other user what is true.",
        Rule.DRV_11);
  }

  @Override
  boolean suits(Scenario base, Setting setting) {
    return base.untilMillis() < setting.profile().giveUpAfterMillis().orElse(Long.MAX_VALUE);
  }

  @Override
  Optional<Difference> difference(Scenario base, Trace trace, Setting setting) {
    ImmutableListMultimap<UserId, Stretch> stretches =
        Course.of(base, setting.profile()).stretches();
    return base.participants().stream()
        .filter(who -> setting.hosts(who.platform()))
        .flatMap(
            who ->
                stretches.get(who.uid()).stream()
                    .filter(it -> it.isLast() && it.state().link().hears())
                    .flatMap(
                        stay ->
                            base.participants().stream()
                                .filter(other -> !other.equals(who))
                                .map(
                                    other ->
                                        new Pair(
                                            base, trace, setting, stretches, who, stay, other))))
        .flatMap(pair -> pair.difference().stream())
        .findFirst();
  }

  /** One observer and one user, at the end. */
  private record Pair(
      Scenario base,
      Trace trace,
      Setting setting,
      ImmutableListMultimap<UserId, Stretch> stretches,
      Participant observer,
      Stretch stay,
      Participant other) {

    Optional<Difference> difference() {
      Optional<TracedCallback> last = last();
      boolean gone = last.flatMap(this::word).equals(Optional.of(Word.GONE));
      if (audible().anyMatch(Stretch::isLast)) {
        return gone ? Optional.of(shouldBe(Word.BACK, "is there", last)) : Optional.empty();
      }
      OptionalLong heardMillis = heardMillis();
      long known = last.map(TracedCallback::atMillis).orElse(0L);
      long dueMillis =
          Math.max(heardMillis.orElse(0), known)
              + setting.profile().windowMillis(observer.platform().family(), base.mode());
      return !gone && (last.isPresent() || wasHeard()) && dueMillis <= base.untilMillis()
          ? Optional.of(
              shouldBe(
                  Word.GONE,
                  heardMillis.isPresent()
                      ? "can't be heard since " + People.time(heardMillis.getAsLong())
                      : "could never be heard",
                  last))
          : Optional.empty();
    }

    /** When the user could last be heard in the channel, by anybody. */
    private OptionalLong heardMillis() {
      return audible().mapToLong(Stretch::toMillis).max();
    }

    /** When the user could be heard in the channel. */
    private Stream<Stretch> audible() {
      return stretches.get(other.uid()).stream()
          .filter(it -> it.state().audibleIn().equals(stay.state().channel()));
    }

    private Stream<Stretch> session() {
      return stretches.get(observer.uid()).stream()
          .filter(it -> it.state().session() == stay.state().session());
    }

    /** Whether the observer has heard the user in its session. */
    private boolean wasHeard() {
      return session()
          .filter(here -> here.state().link().hears())
          .anyMatch(here -> audible().anyMatch(here::overlaps));
    }

    /** The last that was told of the user after the instant at which the session began. */
    private Optional<TracedCallback> last() {
      long beginMillis = session().mapToLong(Stretch::fromMillis).min().orElse(0);
      return Streams.findLast(
          trace.callbacks().stream()
              .filter(told -> told.uid().equals(observer.uid()))
              .filter(told -> told.callback().peer().equals(Optional.of(other.uid())))
              .filter(told -> told.atMillis() > beginMillis)
              .filter(told -> word(told).filter(Word::isRemote).isPresent()));
    }

    private Optional<Word> word(TracedCallback told) {
      Family family = observer.platform().family();
      return setting.vocabulary().word(family, told.callback().name());
    }

    private Difference shouldBe(Word word, String because, Optional<TracedCallback> last) {
      People people = new People(base);
      UserId user = other.uid();
      String told =
          last.map(
                  one ->
                      "was last told "
                          + People.told(one.callback())
                          + " of it, at "
                          + People.time(one.atMillis()))
              .orElse("was told nothing of it");
      String message =
          "at the end, at "
              + People.time(base.untilMillis())
              + ", "
              + people.named(user)
              + " "
              + because
              + ", but "
              + people.named(observer.uid())
              + ", which is connected, "
              + told;
      Callback due =
          new Callback(
              setting.vocabulary().name(observer.platform().family(), word),
              Optional.of(user),
              Optional.empty());
      return new Difference(
          message,
          ImmutableList.<TracedCallback>builder()
              .addAll(trace.callbacks())
              .add(new TracedCallback(base.untilMillis(), observer.uid(), due))
              .build(),
          trace);
    }
  }
}
