package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.USER_DROPPED;
import static org.rejoin.api.Event.Kind.USER_JOINED;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Family;
import org.rejoin.api.Mode;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.KillContext;

/** What users of such SDKs have reported, or nearly so. */
final class Reported {
  private static final UserId LARGEST_SIGNED = UserId.of(Integer.MAX_VALUE);

  private Reported() {}

  static ImmutableList<Defect> all() {
    return new Theme("reported")
        .add(
            "gone-never-told-in-live-mode",
            "in live mode gone is never told after silence",
            Quirks.swallow(
                (said, world) -> said.is(USER_DROPPED) && world.scenario.mode() == Mode.LIVE))
        .add(
            "gone-never-told-after-a-background-kill",
            "gone is never told of a user that was killed in the background",
            Quirks.swallow(
                (said, world) ->
                    said.is(USER_DROPPED) && wasKilledInTheBackground(said.about(), world)))
        .add(
            "web-told-of-itself-after-a-second-join",
            "a Web user is told of its own stream when it joins again",
            Quirks.after(
                Action.JOIN,
                (who, world) -> {
                  if (who.family == Family.WEB && joins(who, world) > 1) {
                    world.tell(USER_JOINED, who, who.uid);
                  }
                }))
        .add(
            "short-outages-told-at-15s",
            "interrupted is told 15 s after the last data, and only then",
            Quirks.localDue((me, right) -> Math.max(right, me.lastDataMillis + 15_000)))
        .add(
            "gone-after-90s",
            "gone is told 90 s after the last packet",
            Quirks.goneDue((sight, right) -> Math.max(right, sight.lastHeardMillis + 90_000)))
        .add(
            "uids-in-31-bits",
            "a uid above 2^31-1 is told as 2^31-1",
            Spoilt.callbacks(
                (platform, said) ->
                    new Callback(said.name(), said.peer().map(Reported::signed), said.reason())))
        .all();
  }

  private static boolean wasKilledInTheBackground(UserId uid, Plain world) {
    Optional<KillContext> last =
        world.scenario.steps().stream()
            .filter(step -> step.uid().equals(uid) && step.atMillis() <= world.nowMillis)
            .filter(step -> step.action() == Action.KILL)
            .flatMap(step -> step.context().stream())
            .reduce((before, after) -> after);
    return world.person(uid).lastDone == Action.KILL
        && last.filter(context -> !context.foreground()).isPresent();
  }

  private static long joins(Person who, Plain world) {
    return world.scenario.steps().stream()
        .filter(step -> step.uid().equals(who.uid) && step.action() == Action.JOIN)
        .filter(step -> step.atMillis() <= world.nowMillis)
        .count();
  }

  private static UserId signed(UserId uid) {
    return uid.value() > LARGEST_SIGNED.value() ? LARGEST_SIGNED : uid;
  }
}
