package org.rejoin.tck.reference.states;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rejoin.tck.reference.states.ClientTable.Table;
import org.rejoin.tck.reference.states.Told.Remote;

/**
 * The tables of three clients in C, as {@code network.pml} includes them. Each has one state more,
 * the last: there is for good who breached its grammar.
 */
final class ClientHeader {
  private final StringBuilder text = new StringBuilder();
  private final ImmutableList<Table> users;
  private final ImmutableList<Table> distinct;

  private ClientHeader(ImmutableList<Table> users) {
    this.users = users;
    this.distinct = ImmutableSet.copyOf(users).asList();
  }

  /** The header for one client each, in the order of the users. */
  static String of(ImmutableList<Table> users) {
    return new ClientHeader(users).text();
  }

  private String text() {
    text.append("enum ").append(braces(Arrays.stream(ClientInput.values()))).append(";\n");
    for (Table table : distinct) {
      rows("short", "next", table, ClientInput.COUNT, place -> next(table, place));
      rows("char", "held", table, 2, place -> held(table, place / 2, place % 2));
      rows(
          "char",
          "held_in_the_end",
          table,
          2,
          place -> held(table, table.quiet().get(place / 2), place % 2));
    }
    byUser("short", "next", ClientInput.COUNT);
    byUser("char", "held", 2);
    byUser("char", "held_in_the_end", 2);
    text.append("static const short breached[] = ")
        .append(braces(users.stream().map(Table::size)))
        .append(";\n");
    return text.toString();
  }

  private static int next(Table table, int place) {
    return table.breaches().containsKey(place) ? table.size() : table.next().get(place);
  }

  private static int held(Table table, int state, int remote) {
    return state != ClientTable.NOWHERE && table.told().get(state).remote(remote) == Remote.PRESENT
        ? 1
        : 0;
  }

  /** A row for each state of a client, the last of which leads nowhere else. */
  private void rows(String type, String name, Table table, int columns, IntUnaryOperator value) {
    int last = table.size() * columns;
    int stay = name.equals("next") ? table.size() : 0;
    text.append("static const ").append(type).append(' ').append(name(name, table));
    text.append("[][").append(columns).append("] = ");
    text.append(
        braces(
            IntStream.range(0, last + columns)
                .mapToObj(place -> place < last ? value.applyAsInt(place) : stay)));
    text.append(";\n");
  }

  private void byUser(String type, String name, int columns) {
    text.append("static const ").append(type).append(" (*const ").append(name).append("[])[");
    text.append(columns).append("] = ");
    text.append(braces(users.stream().map(table -> name(name, table)))).append(";\n");
  }

  private String name(String name, Table table) {
    return name + "_" + distinct.indexOf(table);
  }

  private static String braces(Stream<?> values) {
    return values.map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
  }
}
