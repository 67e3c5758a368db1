package org.rejoin.tck.timeline;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.ServerEvent.ChannelDestroyed;
import org.rejoin.tck.scenario.ServerEvent.ConnectAttempt;
import org.rejoin.tck.timeline.Timeline.ServerMark;

/**
 * Marks for what servers saw. A user's attempts in a row are one mark: a long outage has hundreds.
 */
final class ServerMarks {
  private static final int NAME_COLUMNS = 24;
  private static final int SERVERS_NAMED = 3;

  private ServerMarks() {}

  static ImmutableList<ServerMark> of(ImmutableList<ServerEvent> events) {
    ImmutableList.Builder<ServerMark> marks = ImmutableList.builder();
    List<ConnectAttempt> run = new ArrayList<>();
    for (ServerEvent event : events) {
      if (event instanceof ConnectAttempt attempt) {
        if (!run.isEmpty() && !run.get(0).uid().equals(attempt.uid())) {
          flush(run, marks);
        }
        run.add(attempt);
      } else if (event instanceof ChannelDestroyed destroyed) {
        flush(run, marks);
        String label = "channel " + name(destroyed.channel()) + " destroyed";
        marks.add(new ServerMark(ImmutableList.of(destroyed.atMillis()), label));
      }
    }
    flush(run, marks);
    return marks.build();
  }

  private static void flush(List<ConnectAttempt> run, ImmutableList.Builder<ServerMark> marks) {
    if (run.isEmpty()) {
      return;
    }
    ImmutableList<Long> times =
        run.stream().map(ServerEvent::atMillis).collect(ImmutableList.toImmutableList());
    List<String> servers =
        run.stream().limit(SERVERS_NAMED).map(attempt -> name(attempt.server())).toList();
    String more = run.size() > SERVERS_NAMED ? ", … (" + run.size() + " attempts)" : "";
    String label = run.get(0).uid() + " tries " + Joiner.on(", ").join(servers) + more;
    marks.add(new ServerMark(times, label));
    run.clear();
  }

  private static String name(String raw) {
    return SafeText.clean(raw, NAME_COLUMNS);
  }
}
