package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.USER_QUIT;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Predicate;
import org.rejoin.api.Family;
import org.rejoin.tck.scenario.Action;

/** What crosses from one channel to another. */
final class OtherChannels {
  private OtherChannels() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("other channels");
    addLeaks(theme);
    return theme.all();
  }

  private static void addLeaks(Theme theme) {
    theme
        .add(
            "goodbye-in-every-channel",
            "a goodbye is told in every channel",
            Quirks.before(
                (step, world) -> {
                  Person who = world.person(step.uid());
                  boolean quits = step.action() == Action.LEAVE || who.family == Family.APPLE;
                  if ((step.action() == Action.LEAVE || step.action() == Action.KILL) && quits) {
                    world.everybody().stream()
                        .filter(other -> other.inSession() && who.inSession())
                        .filter(other -> !other.channel.equals(who.channel))
                        .forEach(other -> world.tell(USER_QUIT, other, who.uid));
                  }
                }))
        .add(
            "restart-anywhere-is-back-awl",
            "on Android, Windows and Linux a user that is restarted in another channel is back",
            backFromAnywhere(Action.RESTART, observer -> observer.family == Family.AWL))
        .add(
            "restart-anywhere-is-back-apple-and-web",
            "on iOS, macOS and Web a user that is restarted in another channel is back",
            backFromAnywhere(Action.RESTART, observer -> observer.family != Family.AWL))
        .add(
            "move-told-as-leave-to-awl",
            "on Android, Windows and Linux a move to another channel is told as a leave",
            Quirks.before(
                (step, world) -> {
                  Person who = world.person(step.uid());
                  if (step.action() == Action.JOIN
                      && who.inSession()
                      && !who.channel.equals(Optional.of(step.channel()))) {
                    world.sightsOf(who).stream()
                        .filter(sight -> sight.heard && sight.observer.family == Family.AWL)
                        .forEach(world::tellQuit);
                  }
                }))
        .add(
            "back-from-another-channel-told",
            "who is back from another channel is told back, be it in time",
            Quirks.before(
                (step, world) -> {
                  Person who = world.person(step.uid());
                  if (step.action() == Action.JOIN
                      && who.inSession()
                      && !who.channel.equals(Optional.of(step.channel()))) {
                    world.sightsOf(who).stream().filter(Sight::isSilent).forEach(world::tellBack);
                  }
                }));
  }

  private static Quirk backFromAnywhere(Action how, Predicate<Person> observers) {
    return Quirks.after(
        how,
        (who, world) -> {
          world.sightsOf(who).stream()
              .filter(sight -> sight.isSilent() && observers.test(sight.observer))
              .filter(sight -> !sight.observer.channel.equals(who.channel))
              .forEach(sight -> sight.heard = true);
        });
  }
}
