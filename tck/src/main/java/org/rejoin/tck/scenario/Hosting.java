package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;

/**
 * The platforms that users of a scenario may be on: few would concern a port otherwise, and none at
 * all if it plays one of six.
 *
 * @param hosted those that the port plays, in this run
 * @param all those that any user may be on: the same, unless the kit plays the others
 */
public record Hosting(ImmutableSet<Platform> hosted, ImmutableSet<Platform> all) {
  private static final ImmutableList<Platform> PLATFORMS = ImmutableList.copyOf(Platform.values());

  /** Of a port that plays all of them. */
  public static final Hosting EVERY =
      new Hosting(ImmutableSet.copyOf(PLATFORMS), ImmutableSet.copyOf(PLATFORMS));

  /**
   * What tells ids of scenarios whose users were moved: nothing where none is, {@code @android} for
   * everybody on Android, {@code @android-any} for one on Android and the others anywhere.
   */
  public String suffix() {
    if (hosted.isEmpty() || hosted.containsAll(PLATFORMS)) {
      return "";
    }
    return "@" + words(hosted) + (all.equals(hosted) ? "" : "-" + words(all));
  }

  private static String words(ImmutableSet<Platform> platforms) {
    return platforms.containsAll(PLATFORMS)
        ? "any"
        : PLATFORMS.stream()
            .filter(platforms::contains)
            .map(Platform::id)
            .collect(Collectors.joining("+"));
  }

  /** An id without what {@link #suffix} adds to it. */
  public static String withoutSuffix(String id) {
    int at = id.indexOf('@');
    return at < 0 ? id : id.substring(0, at);
  }

  /** The scenario with everybody where anybody may be, and the first at least on a hosted one. */
  public Scenario move(Scenario scenario) {
    ImmutableList<Participant> users = scenario.participants();
    if (hosted.isEmpty()) {
      return scenario;
    }
    boolean hostsSome = users.stream().anyMatch(who -> hosted.contains(who.platform()));
    ImmutableList<Participant> moved =
        users.stream()
            .map(who -> moved(who, !hostsSome && who.equals(users.get(0)) ? hosted : all))
            .collect(ImmutableList.toImmutableList());
    return moved.equals(users) ? scenario : onto(moved, scenario);
  }

  /**
   * A written check with each user on a platform that the port plays, if one of its family is:
   * callbacks are the same within a family. The check's sentence says who was moved.
   */
  public Check inFamilies(Check check) {
    if (!check.origin().isOfFamilies()) {
      return check;
    }
    ImmutableList<Participant> written = check.scenario().participants();
    ImmutableList<Participant> played =
        written.stream().map(this::inFamily).collect(ImmutableList.toImmutableList());
    return played.equals(written)
        ? check
        : check
            .withScenario(onto(played, check.scenario()))
            .withAbout(
                check.about()
                    + IntStream.range(0, played.size())
                        .filter(user -> !played.get(user).equals(written.get(user)))
                        .mapToObj(
                            user ->
                                "user "
                                    + played.get(user).uid()
                                    + " on "
                                    + played.get(user).platform().id()
                                    + ", not "
                                    + written.get(user).platform().id())
                        .collect(Collectors.joining("; ", " Played with ", ".")));
  }

  private Participant inFamily(Participant who) {
    ImmutableSet<Platform> family =
        PLATFORMS.stream()
            .filter(hosted::contains)
            .filter(platform -> platform.family() == who.platform().family())
            .collect(ImmutableSet.toImmutableSet());
    return family.isEmpty() ? who : moved(who, family);
  }

  private static Participant moved(Participant who, ImmutableSet<Platform> to) {
    return to.contains(who.platform())
        ? who
        : new Participant(
            who.uid(), to.asList().get(PLATFORMS.indexOf(who.platform()) % to.size()));
  }

  /**
   * The same scenario with these users. A page is closed on Web only: elsewhere nothing is known of
   * the circumstances of such a kill.
   *
   * @param users the same uids in the same order
   */
  public static Scenario onto(Collection<Participant> users, Scenario scenario) {
    ImmutableSet<UserId> onWeb =
        users.stream()
            .filter(who -> who.platform() == Platform.WEB)
            .map(Participant::uid)
            .collect(ImmutableSet.toImmutableSet());
    ImmutableList<Step> steps =
        scenario.steps().stream()
            .map(step -> onWeb.contains(step.uid()) ? step : step.withoutPage())
            .collect(ImmutableList.toImmutableList());
    return ImmutableScenario.copyOf(scenario).withSteps(steps).withParticipants(users);
  }
}
