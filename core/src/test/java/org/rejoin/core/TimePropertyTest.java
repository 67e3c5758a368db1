package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rejoin.api.Family;
import org.rejoin.api.Input;
import org.rejoin.api.Profiles;

/** What holds of the client whatever is heard: it is a function of what was heard and when. */
class TimePropertyTest {
  private static final long END = 90_000;

  /** The uids of a crowd: from here on, all of them with these first two digits. */
  private static final long OTHERS = 1_200;

  /** One input at one time. */
  private record Heard(long atMillis, Input.Kind kind, long uid) {}

  @Property(tries = 2_000)
  void oneJumpOrManyTicksGiveTheSame(
      @ForAll("scripts") List<Heard> script, @ForAll("families") Family family) {
    assertEquals(run(script, family, END), run(script, family, 997));
  }

  @Property(tries = 2_000)
  void cuttingTheScriptOffCutsTheEventsOff(
      @ForAll("scripts") List<Heard> script, @ForAll("families") Family family) {
    long cut = END / 2;
    List<Heard> first = script.stream().filter(heard -> heard.atMillis() <= cut).toList();
    ClientDriver whole = new ClientDriver(family, Profiles.AGORA_2019_05);
    first.forEach(heard -> whole.tell(heard.kind(), heard.uid(), heard.atMillis()));
    ImmutableList<String> atCut = whole.advanceTo(cut).seen();
    assertEquals(atCut, run(script, family, END).subList(0, atCut.size()));
  }

  @Property(tries = 500)
  void aCrowdOfOthersChangesNothing(
      @ForAll("scripts") List<Heard> script, @ForAll("families") Family family) {
    List<Heard> crowded = new ArrayList<>();
    for (Heard heard : script) {
      crowded.add(heard);
      if (heard.kind() == Input.Kind.JOIN || heard.kind() == Input.Kind.LINK_UP) {
        LongStream.range(OTHERS, OTHERS + 60)
            .forEach(uid -> crowded.add(new Heard(heard.atMillis(), Input.Kind.USER_HEARD, uid)));
      }
    }
    assertEquals(
        run(script, family, END),
        run(crowded, family, END).stream()
            .filter(event -> !event.contains("(" + OTHERS / 100))
            .toList());
  }

  /** Some such instants are beyond what an int holds, with a sign or without. */
  @Property(tries = 2_000)
  void theSameLaterGivesTheSameThatMuchLater(
      @ForAll("scripts") List<Heard> script,
      @ForAll("families") Family family,
      @ForAll("shifts") long shift,
      @ForAll boolean crowded) {
    assertEquals(
        shifted(script, family, 0, crowded, 0), shifted(script, family, shift, crowded, shift));
  }

  /** A session that has been quiet for so long is like a new one. */
  @Property(tries = 2_000)
  void aQuietStretchOfAnyLengthChangesNothing(
      @ForAll("scripts") List<Heard> script,
      @ForAll("families") Family family,
      @ForAll("shifts") long shift,
      @ForAll boolean crowded) {
    assertEquals(
        shifted(script, family, 0, crowded, 0), shifted(script, family, 0, crowded, shift));
  }

  /** What is told after the start, in times since the shift. */
  private static List<String> shifted(
      List<Heard> script, Family family, long startMillis, boolean crowded, long shift) {
    ClientDriver client = new ClientDriver(family, Profiles.AGORA_2019_05);
    client.tell(Input.Kind.JOIN, 1, startMillis);
    client.tell(Input.Kind.LINK_UP, 1, startMillis);
    LongStream.range(OTHERS, OTHERS + (crowded ? 60 : 1))
        .forEach(uid -> client.tell(Input.Kind.USER_HEARD, uid, startMillis));
    client.forgetSeen();
    LongStream.range(OTHERS, OTHERS + (crowded ? 60 : 1))
        .forEach(uid -> client.tell(Input.Kind.USER_SILENT, uid, shift));
    script.forEach(heard -> client.tell(heard.kind(), heard.uid(), heard.atMillis() + shift));
    return client.advanceTo(END + shift).seen().stream()
        .map(
            event -> {
              int at = event.indexOf('@') + 1;
              return event.substring(0, at) + (Long.parseLong(event.substring(at)) - shift);
            })
        .toList();
  }

  @Provide
  Arbitrary<Long> shifts() {
    return Arbitraries.of(
        1L << 24,
        (1L << 31) - 1,
        1L << 31,
        (1L << 31) - 10_000,
        (1L << 32) - 1,
        1L << 32,
        1L << 52);
  }

  private static ImmutableList<String> run(List<Heard> script, Family family, long tickMillis) {
    ClientDriver client = new ClientDriver(family, Profiles.AGORA_2019_05);
    long now = 0;
    for (Heard heard : script) {
      while (now + tickMillis < heard.atMillis()) {
        now += tickMillis;
        client.advanceTo(now);
      }
      client.tell(heard.kind(), heard.uid(), heard.atMillis());
    }
    while (now + tickMillis < END) {
      now += tickMillis;
      if (script.isEmpty() || now >= script.get(script.size() - 1).atMillis()) {
        client.advanceTo(now);
      }
    }
    return client.advanceTo(END).seen();
  }

  @Provide
  Arbitrary<List<Heard>> scripts() {
    Arbitrary<Long> times =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, END),
            Arbitraries.of(0L, 4_000L, 4_001L, 10_000L, 20_000L, 20_001L, 24_000L, 40_000L));
    Arbitrary<Heard> local =
        Combinators.combine(
                times,
                Arbitraries.of(
                    Input.Kind.JOIN,
                    Input.Kind.LINK_UP,
                    Input.Kind.LINK_DOWN,
                    Input.Kind.LINK_UP,
                    Input.Kind.LINK_DOWN,
                    Input.Kind.END))
            .as((at, kind) -> new Heard(at, kind, 1));
    Arbitrary<Heard> remote =
        Combinators.combine(
                times,
                Arbitraries.of(
                    Input.Kind.USER_HEARD,
                    Input.Kind.USER_SILENT,
                    Input.Kind.USER_HEARD,
                    Input.Kind.USER_SILENT,
                    Input.Kind.USER_LEFT),
                Arbitraries.longs().between(2, 4))
            .as(Heard::new);
    return Arbitraries.oneOf(local, remote)
        .list()
        .ofMaxSize(14)
        .map(TimePropertyTest::joinedFirstAndInOrder);
  }

  private static List<Heard> joinedFirstAndInOrder(List<Heard> heard) {
    List<Heard> script = new ArrayList<>();
    script.add(new Heard(0, Input.Kind.JOIN, 1));
    script.add(new Heard(0, Input.Kind.LINK_UP, 1));
    heard.stream().sorted(Comparator.comparingLong(Heard::atMillis)).forEach(script::add);
    return script;
  }

  @Provide
  Arbitrary<Family> families() {
    return Arbitraries.of(Family.values());
  }
}
