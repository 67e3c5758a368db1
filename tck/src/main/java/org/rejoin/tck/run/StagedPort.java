package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.stage.StagedCheck;

/**
 * Has a port that hosts one client answer for whole checks: it is each user in turn that it can be,
 * the kit plays all the others, and what the apps were told is put together again.
 */
final class StagedPort implements CheckRunner {
  private final Port port;
  private final Profile profile;
  private final Views views;

  StagedPort(Port port, Profile profile) {
    this.port = port;
    this.profile = profile;
    this.views = new Views(port.hello(), profile);
  }

  @Override
  public void runAll(ImmutableList<Check> checks, ObjIntConsumer<Answer> sink) {
    List<Whole> wholes = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    ImmutableList.Builder<Scenario> staged = ImmutableList.builder();
    for (int i = 0; i < checks.size(); i++) {
      ImmutableList<StagedCheck> users = views.of(checks.get(i));
      wholes.add(new Whole(users));
      for (StagedCheck user : users) {
        owners.add(i);
        staged.add(user.scenario());
      }
    }
    List<Integer> places = places(owners);
    port.runAll(
        staged.build(),
        profile,
        (answer, at) -> {
          Whole whole = wholes.get(owners.get(at));
          if (whole.add(places.get(at), answer)) {
            sink.accept(whole.answer(), owners.get(at));
          }
        });
  }

  /** Which of its check's users each view is. */
  private static List<Integer> places(List<Integer> owners) {
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at < owners.size(); at++) {
      boolean first = at == 0 || !owners.get(at).equals(owners.get(at - 1));
      places.add(first ? 0 : places.get(at - 1) + 1);
    }
    return places;
  }

  /** One check whose users' answers come in one by one. */
  private static final class Whole {
    private final ImmutableList<StagedCheck> users;
    private final List<Optional<Answer>> answers = new ArrayList<>();
    private int missing;

    private Whole(ImmutableList<StagedCheck> users) {
      this.users = users;
      this.missing = users.size();
      users.forEach(user -> answers.add(Optional.empty()));
    }

    /** Returns whether that was the last. */
    private boolean add(int place, Answer answer) {
      answers.set(place, Optional.of(answer));
      missing--;
      return missing == 0;
    }

    /** All traces as one; or the first answer that is none, with its user. */
    private Answer answer() {
      List<TracedCallback> callbacks = new ArrayList<>();
      List<ServerEvent> server = new ArrayList<>();
      for (int i = 0; i < users.size(); i++) {
        Answer answer = answers.get(i).orElseThrow();
        if (!(answer instanceof Answer.Ran ran)) {
          return told(answer, "as user " + users.get(i).user() + ": ");
        }
        callbacks.addAll(ran.trace().callbacks());
        server.addAll(ran.trace().server());
      }
      return new Answer.Ran(
          new Trace(
              ImmutableList.sortedCopyOf(
                  Comparator.comparingLong(TracedCallback::atMillis), callbacks),
              ImmutableList.sortedCopyOf(Comparator.comparingLong(ServerEvent::atMillis), server)));
    }

    private static Answer told(Answer answer, String who) {
      if (answer instanceof Answer.Failed failed) {
        return new Answer.Failed(who + failed.message());
      }
      if (answer instanceof Answer.Broke broke) {
        return new Answer.Broke(who + broke.message());
      }
      if (answer instanceof Answer.Hung hung) {
        return new Answer.Hung(who + hung.message());
      }
      if (answer instanceof Answer.Crashed crashed) {
        return new Answer.Crashed(who + crashed.message());
      }
      return answer;
    }
  }
}
