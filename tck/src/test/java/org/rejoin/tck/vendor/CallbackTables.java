package org.rejoin.tck.vendor;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.PlatformAdapter;
import org.rejoin.tck.oracle.CallbackNames;

/** The callback names in the two places where the project writes them down. */
final class CallbackTables {

  private CallbackTables() {}

  /**
   * One row of one of the tables.
   *
   * @param place which table
   * @param kind the event that it stands for
   * @param signature the name and parameters there
   */
  record Row(String place, Event.Kind kind, CallbackSignature signature) {
    @Override
    public String toString() {
      return "%s: %s is '%s' %s".formatted(place, kind, signature.name(), signature.parameters());
    }
  }

  /**
   * The rows that the adapter and the kit have for a family.
   *
   * @throws IllegalStateException if one of the tables lacks a row
   */
  static ImmutableList<Row> rows(Family family) {
    return Stream.of(
            rows("adapter", adapterOf(family)),
            rows(
                "kit",
                CallbackNames.table().entrySet().stream()
                    .filter(row -> row.getKey().family() == family)
                    .collect(
                        ImmutableMap.toImmutableMap(
                            row -> row.getKey().kind(), Map.Entry::getValue))))
        .flatMap(ImmutableList::stream)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableMap<Event.Kind, CallbackSignature> adapterOf(Family family) {
    return ServiceLoader.load(PlatformAdapter.class).stream()
        .map(ServiceLoader.Provider::get)
        .map(PlatformAdapter::table)
        .filter(table -> table.family() == family)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no adapter for " + family))
        .rows();
  }

  private static ImmutableList<Row> rows(
      String place, ImmutableMap<Event.Kind, CallbackSignature> table) {
    return Arrays.stream(Event.Kind.values())
        .map(
            kind -> {
              CallbackSignature signature = table.get(kind);
              checkState(signature != null, "%s: no row for %s", place, kind);
              return new Row(place, kind, signature);
            })
        .collect(ImmutableList.toImmutableList());
  }
}
