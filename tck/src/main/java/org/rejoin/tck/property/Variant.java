package org.rejoin.tck.property;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;
import org.rejoin.api.Callback;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.TracedCallback;

/** A scenario made from another, and how the traces of the two correspond. */
@Value.Immutable
interface Variant {
  /** What was done to the other one, at the beginning of a sentence. */
  String how();

  /** Of the other one, at the end of a sentence. */
  String otherwise();

  /** What is run. */
  Scenario scenario();

  /** How much later everything happens. */
  @Value.Default
  default long shiftMillis() {
    return 0;
  }

  /** New uids; who is not among them keeps the old one. */
  ImmutableMap<UserId, UserId> renamed();

  /** Only what comes before this instant of the other scenario corresponds; empty: everything. */
  OptionalLong beforeMillis();

  /** Who is in the variant alone; what is about that user, or told to it, is not compared. */
  Optional<UserId> stranger();

  /** The channel whose end is not compared. */
  Optional<String> endless();

  /** Whether it is run after all others, one scenario at a time and in the opposite order. */
  @Value.Default
  default boolean alone() {
    return false;
  }

  /** The old uid of a user. */
  @Value.Lazy
  default ImmutableMap<UserId, UserId> oldNames() {
    ImmutableMap.Builder<UserId, UserId> old = ImmutableMap.builder();
    renamed().forEach((before, after) -> old.put(after, before));
    return old.buildOrThrow();
  }

  /** What is told here where the other scenario tells this. */
  default TracedCallback forth(TracedCallback told) {
    return mapped(told, shiftMillis(), renamed());
  }

  /** What is told in the other scenario where this is told here. */
  default TracedCallback back(TracedCallback told) {
    return mapped(told, -shiftMillis(), oldNames());
  }

  /** Whether something in the other scenario has to correspond. */
  default boolean compares(TracedCallback told) {
    return compares(told.atMillis())
        && (stranger().isEmpty()
            || !(stranger().get().equals(told.uid()) || stranger().equals(told.callback().peer())));
  }

  /** The same of an instant. */
  default boolean compares(long atMillis) {
    return atMillis < beforeMillis().orElse(Long.MAX_VALUE);
  }

  private static TracedCallback mapped(
      TracedCallback told, long laterMillis, ImmutableMap<UserId, UserId> users) {
    Callback callback = told.callback();
    return new TracedCallback(
        told.atMillis() + laterMillis,
        users.getOrDefault(told.uid(), told.uid()),
        new Callback(
            callback.name(),
            callback.peer().map(peer -> users.getOrDefault(peer, peer)),
            callback.reason()));
  }
}
