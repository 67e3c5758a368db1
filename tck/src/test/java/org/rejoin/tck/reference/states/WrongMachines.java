package org.rejoin.tck.reference.states;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;

/** Clients on WEB with one mistake each. */
final class WrongMachines {
  private WrongMachines() {}

  /** What was told is not forgotten when the user returns, so that nothing is said of it. */
  static Supplier<Machine> neverSaysBack(Profile profile) {
    return () ->
        new Machine(Family.WEB, profile) {
          private final Set<UserId> gone = new HashSet<>();

          @Override
          ImmutableList<Event> accept(ClientInput input) {
            ImmutableList.Builder<Event> said = ImmutableList.builder();
            if (input == ClientInput.JOIN || input == ClientInput.END) {
              gone.clear();
            }
            for (Event event : super.accept(input)) {
              switch (event.kind()) {
                case USER_DROPPED, USER_QUIT -> gone.add(event.user());
                default -> {
                  // Nothing is said of a return alone.
                }
              }
              if (event.kind() != Event.Kind.USER_JOINED || !gone.contains(event.user())) {
                said.add(event);
              }
            }
            return said.build();
          }
        };
  }

  /** Every return is said, also of a user who was not missed. */
  static Supplier<Machine> saysBackWheneverHeard(Profile profile) {
    return changed(
        profile,
        ClientInput.FIRST_HEARD,
        (now, events) ->
            ImmutableList.of(new Event(Event.Kind.USER_JOINED, Machine.REMOTES.get(0), now)));
  }

  /** The timer of a silent user never ends. */
  static Supplier<Machine> neverSaysDropped(Profile profile) {
    return changed(
        profile,
        ClientInput.TICK,
        (now, events) ->
            events.stream()
                .filter(event -> event.kind() != Event.Kind.USER_DROPPED)
                .collect(ImmutableList.toImmutableList()));
  }

  /** An interruption is kept back, so that a loss or a return comes out of nothing. */
  static Supplier<Machine> neverSaysInterrupted(Profile profile) {
    return changed(
        profile,
        ClientInput.TICK,
        (now, events) ->
            events.stream()
                .filter(event -> event.kind() != Event.Kind.INTERRUPTED)
                .collect(ImmutableList.toImmutableList()));
  }

  /** What falls due is said a millisecond late. */
  static Supplier<Machine> saysWhatIsDueLate(Profile profile) {
    return changed(
        profile,
        ClientInput.TICK,
        (now, events) ->
            events.stream()
                .map(event -> new Event(event.kind(), event.user(), event.dueMillis() - 1))
                .collect(ImmutableList.toImmutableList()));
  }

  /** A user who falls silent during an outage of one's own is never held gone. */
  static Supplier<Machine> rosterStaleAfterItsOutage(Profile profile) {
    return () ->
        new Machine(Family.WEB, profile) {
          private boolean wasDeaf;

          @Override
          ImmutableList<Event> accept(ClientInput input) {
            wasDeaf = input == ClientInput.DOWN || (wasDeaf && input != ClientInput.JOIN);
            return super.accept(input).stream()
                .filter(event -> !wasDeaf || event.kind() != Event.Kind.USER_DROPPED)
                .collect(ImmutableList.toImmutableList());
          }

          @Override
          String snapshot() {
            return super.snapshot() + (wasDeaf ? " was deaf" : "");
          }
        };
  }

  /** A session's end is taken for a return. */
  static Supplier<Machine> speaksAfterTheEnd(Profile profile) {
    return changed(
        profile,
        ClientInput.END,
        (now, events) -> ImmutableList.of(new Event(Event.Kind.REJOINED, Machine.LOCAL, now)));
  }

  /** Says of itself nothing but how it stands, without what is left of the time. */
  static Supplier<Machine> withTooShortASnapshot(Profile profile) {
    return () ->
        new Machine(Family.WEB, profile) {
          @Override
          String snapshot() {
            return Splitter.on(' ').splitToList(super.snapshot()).get(0);
          }
        };
  }

  /** Counts what is left of the time on, below zero. */
  static Supplier<Machine> withASnapshotThatGrows(Profile profile) {
    return () ->
        new Machine(Family.WEB, profile) {
          @Override
          String snapshot() {
            return super.snapshot() + " since " + nowMillis();
          }
        };
  }

  private static Supplier<Machine> changed(
      Profile profile,
      ClientInput when,
      BiFunction<Long, ImmutableList<Event>, ImmutableList<Event>> change) {
    return () ->
        new Machine(Family.WEB, profile) {
          @Override
          ImmutableList<Event> accept(ClientInput input) {
            long nowMillis = nowMillis();
            ImmutableList<Event> events = super.accept(input);
            return input == when ? change.apply(nowMillis, events) : events;
          }
        };
  }
}
