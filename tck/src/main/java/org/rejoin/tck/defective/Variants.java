package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Step;

/** What a port may do otherwise than the reference. */
public final class Variants {
  private static final Profile DEFAULT = Profiles.AGORA_2019_05;

  private Variants() {}

  /** All of them. */
  public static ImmutableList<Variant> all() {
    return ImmutableList.<Variant>builder()
        .addAll(machines())
        .addAll(permitted())
        .addAll(names())
        .addAll(gaps())
        .addAll(RealClocks.all())
        .build();
  }

  private static Variant of(String id, String sentence, Behaviour behaviour) {
    return new Variant(id, sentence, DEFAULT, () -> new BehavingPort(id, behaviour));
  }

  private static ImmutableList<Variant> machines() {
    ImmutableList.Builder<Variant> machines = ImmutableList.builder();
    machines.add(of("plain-machine", "another machine, written apart", new Quirk()));
    for (Profile profile : Profiles.ALL) {
      machines.add(
          new Variant(
              "reference-" + profile.id(),
              "the reference under " + profile.id(),
              profile,
              ReferencePort::new));
    }
    return machines.build();
  }

  private static ImmutableList<Variant> permitted() {
    return ImmutableList.of(
        of(
            "own-clock",
            "a cut-off user says gone by its own clock, and back on its return (D-09)",
            new OwnClock() {
              @Override
              boolean when(Person observer, Plain world) {
                return true;
              }
            }),
        of(
            "silent-users-announced",
            "a newcomer is told of silent users too, and of their end a window later (D-33)",
            Quirks.after(Variants::announceSilent)),
        of(
            "another-order",
            "what is free in the order of an instant comes the other way round (D-43)",
            Spoilt.trace((scenario, trace) -> Orders.reversed(trace))),
        of(
            "four-seconds-between-attempts",
            "attempts are 4 s apart (NET-04)",
            Quirks.attempt(
                (me, right) -> me.attempts % 4 == 1 ? Optional.of(right) : Optional.empty())),
        of(
            "never-back-to-the-lost-server",
            "other servers are tried, and the lost one never again (NET-04)",
            Quirks.attempt(
                (me, right) ->
                    !me.tried.isEmpty() && right.equals(me.server)
                        ? Optional.of(me.tried.get(0))
                        : Optional.of(right))));
  }

  private static void announceSilent(Step step, Plain world) {
    Person who = world.person(step.uid());
    if (step.action() != Action.JOIN && step.action() != Action.RESTART) {
      return;
    }
    for (Person other : world.everybody()) {
      boolean silent = other != who && other.channel.equals(who.channel) && isSilent(other);
      if (silent && world.hearing.hall(step.channel()).timesDestroyed == 0) {
        Sight sight = new Sight(who, other);
        sight.lastHeardMillis = step.atMillis();
        who.sights.put(other.uid, sight);
        world.tell(Event.Kind.USER_JOINED, who, other.uid);
      }
    }
  }

  private static boolean isSilent(Person other) {
    return other.inSession() && other.audibleIn().isEmpty();
  }

  private static ImmutableList<Variant> names() {
    return ImmutableList.of(
        of(
            "shipped-name",
            "Android, Windows and Linux say onRejoinChannelSuccess (D-38)",
            Spoilt.name(
                (platform, name) ->
                    platform.family() == Family.AWL && name.equals("didRejoinChannel")
                        ? "onRejoinChannelSuccess"
                        : name)),
        of(
            "no-reasons",
            "no reason is carried (D-41)",
            Spoilt.callbacks(
                (platform, said) -> new Callback(said.name(), said.peer(), Optional.empty()))));
  }

  private static ImmutableList<Variant> gaps() {
    return ImmutableList.of(
        new Variant(
            "first-meetings-not-told",
            "first meetings are not told, and the hello does not promise them (D-33)",
            DEFAULT,
            () ->
                new BehavingPort(
                    BehavingPort.bare("first-meetings-not-told")
                        .clock(Hello.Clock.VIRTUAL)
                        .addAllFeatures(without(Feature.ANNOUNCES))
                        .build(),
                    Quirks.swallow((said, world) -> said.isBack() && isFirst(said, world)))),
        new Variant(
            "nothing-but-drops",
            "every gap that can be declared is declared",
            DEFAULT,
            () ->
                new BehavingPort(
                    BehavingPort.bare("nothing-but-drops").clock(Hello.Clock.VIRTUAL).build(),
                    (scenario, profile) -> Orders.withoutServer(Spoilt.run(scenario, profile)))),
        new Variant(
            "web-alone",
            "a port that plays Web and nothing else",
            DEFAULT,
            () -> new ReferencePort(ImmutableSet.of(Platform.WEB))),
        new Variant(
            "one-client",
            "a port that hosts one client, for which the kit plays the others",
            DEFAULT,
            () -> new ReferencePort(ImmutableSet.copyOf(Platform.values()), Hello.View.CLIENT)));
  }

  static ImmutableSet<Feature> without(Feature lacking) {
    return Arrays.stream(Feature.values())
        .filter(feature -> feature != lacking)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static boolean isFirst(Said said, Plain world) {
    return world
        .sight(said.me(), world.person(said.about()))
        .map(sight -> sight.timesGone == 0)
        .orElse(true);
  }
}
