package org.rejoin.api;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * One family's total table from event kinds to callbacks, and what follows from it for an event.
 */
public final class CallbackTable {
  private final Family family;
  private final ImmutableMap<Event.Kind, CallbackSignature> rows;

  private CallbackTable(Family family, ImmutableMap<Event.Kind, CallbackSignature> rows) {
    this.family = family;
    this.rows = rows;
  }

  /**
   * A table with a row for every kind.
   *
   * @param family whose names they are
   * @param row gives each kind its row, best as a total switch
   */
  public static CallbackTable of(Family family, Function<Event.Kind, CallbackSignature> row) {
    return new CallbackTable(family, Maps.toMap(Arrays.asList(Event.Kind.values()), row::apply));
  }

  /** The family whose names these are. */
  public Family family() {
    return family;
  }

  /** Every kind with its row. */
  public ImmutableMap<Event.Kind, CallbackSignature> rows() {
    return rows;
  }

  /** The callback for an event under the names in force, or empty where the family is silent. */
  public Optional<Callback> callback(Event event, Profile profile) {
    CallbackSignature row = rows.getOrDefault(event.kind(), CallbackSignature.SILENT);
    if (row.isSilent()) {
      return Optional.empty();
    }
    String name = profile.names().getOrDefault(new CallbackKey(family, event.kind()), row.name());
    return Optional.of(new Callback(name, peer(event), reason(event.kind(), row)));
  }

  /**
   * Refuses a name that no row has.
   *
   * @throws IllegalArgumentException naming the callbacks that there are
   */
  public void checkKnown(String name) {
    checkArgument(
        rows.values().stream().anyMatch(row -> !row.isSilent() && row.name().equals(name)),
        "no callback is called '%s'; there are %s",
        name,
        rows.values().stream()
            .filter(row -> !row.isSilent())
            .map(CallbackSignature::name)
            .distinct()
            .toList());
  }

  private static Optional<UserId> peer(Event event) {
    return event.kind().isLocal() ? Optional.empty() : Optional.of(event.user());
  }

  private static Optional<Reason> reason(Event.Kind kind, CallbackSignature row) {
    return switch (kind) {
      case USER_QUIT -> row.hasReason() ? Optional.of(Reason.QUIT) : Optional.empty();
      case USER_DROPPED -> row.hasReason() ? Optional.of(Reason.DROPPED) : Optional.empty();
      case INTERRUPTED, LOST, REJOINED, USER_JOINED -> Optional.empty();
    };
  }
}
