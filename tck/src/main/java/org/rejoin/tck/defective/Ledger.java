package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.CallbackTable;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.CallbackNames;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Writes down what the apps are told, under the names in force, and what the servers see. */
final class Ledger {
  private static final ImmutableMap<Family, CallbackTable> NAMES =
      Maps.toMap(Arrays.asList(Family.values()), Ledger::table);

  private final Profile profile;
  private final long untilMillis;
  private final List<TracedCallback> callbacks = new ArrayList<>();
  private final List<ServerEvent> server = new ArrayList<>();

  Ledger(Profile profile, long untilMillis) {
    this.profile = profile;
    this.untilMillis = untilMillis;
  }

  private static CallbackTable table(Family family) {
    return CallbackTable.of(
        family,
        kind ->
            CallbackNames.table()
                .getOrDefault(new CallbackKey(family, kind), CallbackSignature.SILENT));
  }

  void write(Said said) {
    CallbackTable names = NAMES.getOrDefault(said.me().family, table(said.me().family));
    names
        .callback(new Event(said.kind(), said.about(), said.atMillis()), profile)
        .ifPresent(
            callback ->
                callbacks.add(new TracedCallback(said.atMillis(), said.me().uid, callback)));
  }

  void destroyed(long atMillis, String channel) {
    server.add(new ServerEvent.ChannelDestroyed(atMillis, channel));
  }

  void attempt(long atMillis, UserId user, String to) {
    server.add(new ServerEvent.ConnectAttempt(atMillis, user, to));
  }

  /** All of it in time order, as far as somebody looks. */
  Trace trace() {
    callbacks.sort(Comparator.comparingLong(TracedCallback::atMillis));
    server.sort(Comparator.comparingLong(ServerEvent::atMillis));
    return new Trace(
        callbacks.stream()
            .filter(said -> said.atMillis() >= 0 && said.atMillis() <= untilMillis)
            .collect(ImmutableList.toImmutableList()),
        server.stream()
            .filter(seen -> seen.atMillis() >= 0 && seen.atMillis() <= untilMillis)
            .collect(ImmutableList.toImmutableList()));
  }
}
