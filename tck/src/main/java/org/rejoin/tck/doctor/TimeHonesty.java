package org.rejoin.tck.doctor;

import java.time.Duration;
import java.util.Optional;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/**
 * Whether a port keeps the time that its hello names.
 *
 * @param patient the port
 * @param brief what came of a short scenario
 * @param quiet what is told when nothing happens
 */
record TimeHonesty(Patient patient, Patient.Tried brief, Trace quiet) {
  Finding look() throws InterruptedException {
    Scenario minute = patient.trials().minute();
    return switch (patient.hello().clock()) {
      case VIRTUAL -> virtualTime(minute, patient.run(minute, patient.patience().answer()));
      case REAL -> realTime(minute, patient.run(minute));
    };
  }

  private Finding virtualTime(Scenario minute, Patient.Tried tried) {
    String length = Traces.seconds(minute.untilMillis());
    if (tried.answer().isEmpty()) {
      return failed(
          "no answer within "
              + Traces.seconds(tried.waited())
              + " to a scenario of "
              + length
              + "; one of "
              + Traces.seconds(patient.trials().brief().untilMillis())
              + " took "
              + Traces.seconds(brief.took()),
          Advice.VIRTUAL);
    }
    return tried.took().toMillis() >= minute.untilMillis()
        ? failed(
            "a scenario of " + length + " took " + Traces.seconds(tried.took()), Advice.VIRTUAL)
        : times(minute, tried);
  }

  private Finding realTime(Scenario minute, Patient.Tried tried) {
    Duration wall = patient.trials().wall(minute);
    boolean early = tried.took().multipliedBy(10).compareTo(wall.multipliedBy(9)) < 0;
    return tried.trace().isPresent() && early
        ? failed(
            "a scenario that takes "
                + Traces.seconds(wall)
                + " by hello's timeScale was answered after "
                + Traces.seconds(tried.took()),
            Advice.REAL)
        : times(minute, tried);
  }

  private Finding times(Scenario minute, Patient.Tried tried) {
    if (tried.trace().isEmpty()) {
      return patient.failed(Rung.TIME, "", tried);
    }
    long dropMillis = Trials.dropMillis(minute);
    Optional<Long> last = Traces.lastOfItsOwnMillis(tried.trace().get(), quiet);
    if (last.isPresent() && last.get() < dropMillis) {
      return failed(
          "all that the outage brought is told as before it: the last at "
              + Traces.seconds(last.get())
              + ", the outage begins at "
              + Traces.seconds(dropMillis),
          Advice.AT);
    }
    return Finding.ok(
        Rung.TIME,
        "a scenario of "
            + Traces.seconds(minute.untilMillis())
            + " took "
            + Traces.seconds(tried.took()));
  }

  private Finding failed(String seen, String advice) {
    return Finding.failed(Rung.TIME, seen, advice, patient.probe().log());
  }
}
