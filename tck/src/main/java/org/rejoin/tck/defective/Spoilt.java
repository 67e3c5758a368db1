package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.rejoin.api.Callback;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** The reference, spoilt in what goes in or in what comes out. */
final class Spoilt {
  private static final Port REFERENCE = new ReferencePort();

  private Spoilt() {}

  /** The reference as it is. */
  static Trace run(Scenario scenario, Profile profile) {
    Answer answer = REFERENCE.run(scenario, profile);
    if (answer instanceof Answer.Ran ran) {
      return ran.trace();
    }
    throw new IllegalStateException("the reference does not run '" + scenario.name() + "'");
  }

  /** With other constants. */
  static Behaviour profile(UnaryOperator<ImmutableProfile> other) {
    return (scenario, profile) -> run(scenario, other.apply(ImmutableProfile.copyOf(profile)));
  }

  /** With another script. */
  static Behaviour script(UnaryOperator<Scenario> other) {
    return (scenario, profile) -> run(other.apply(scenario), profile);
  }

  /** With another trace. */
  static Behaviour trace(BiFunction<Scenario, Trace, Trace> other) {
    return (scenario, profile) -> other.apply(scenario, run(scenario, profile));
  }

  /** With other callbacks on some platforms. */
  static Behaviour callbacks(BiFunction<Platform, Callback, Callback> other) {
    return trace(
        (scenario, trace) ->
            new Trace(
                trace.callbacks().stream()
                    .map(
                        seen ->
                            new TracedCallback(
                                seen.atMillis(),
                                seen.uid(),
                                other.apply(platform(scenario, seen.uid()), seen.callback())))
                    .collect(ImmutableList.toImmutableList()),
                trace.server()));
  }

  /** With another name for a callback, on some platforms. */
  static Behaviour name(BiFunction<Platform, String, String> other) {
    return callbacks(
        (platform, said) ->
            new Callback(other.apply(platform, said.name()), said.peer(), said.reason()));
  }

  private static Platform platform(Scenario scenario, UserId uid) {
    return scenario.participants().stream()
        .filter(who -> who.uid().equals(uid))
        .map(Participant::platform)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody has uid " + uid));
  }
}
