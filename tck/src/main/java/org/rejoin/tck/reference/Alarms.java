package org.rejoin.tck.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.rejoin.core.Client;

/**
 * When devices go on by themselves, the first one first; at one instant in the order of their uids.
 * An alarm that is not true any more is passed over when its turn comes, so that nobody looks for
 * it among thousands.
 */
final class Alarms {
  private record Alarm(long atMillis, Device device) {
    boolean holds() {
      return device.alarmMillis == atMillis && device.nextDeadline() == atMillis;
    }
  }

  private final PriorityQueue<Alarm> line =
      new PriorityQueue<>(
          Comparator.comparingLong(Alarm::atMillis).thenComparing(alarm -> alarm.device().user()));

  /** Something happened to a device, and its next deadline may be another one. */
  void set(Device device) {
    long nextMillis = device.nextDeadline();
    if (nextMillis != device.alarmMillis) {
      device.alarmMillis = nextMillis;
      if (nextMillis != Client.NEVER) {
        line.add(new Alarm(nextMillis, device));
      }
    }
  }

  /** When the first one is due; {@link Client#NEVER} if none is. */
  long nextMillis() {
    while (!line.isEmpty() && !line.element().holds()) {
      line.remove();
    }
    return line.isEmpty() ? Client.NEVER : line.element().atMillis();
  }

  /** Takes those that are due by now; each is to be set again. */
  List<Device> takeDue(long nowMillis) {
    List<Device> due = new ArrayList<>();
    while (nextMillis() <= nowMillis) {
      Device device = line.remove().device();
      device.alarmMillis = Client.NEVER;
      due.add(device);
    }
    return due;
  }
}
