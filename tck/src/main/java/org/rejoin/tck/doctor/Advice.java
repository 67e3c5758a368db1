package org.rejoin.tck.doctor;

import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Probe;

/** What to do about what was seen: one sentence each. */
final class Advice {
  static final String START = "run the command by itself; it must stay, and wait for its input";

  /** With blanks, where a terminal may break it. */
  static final String HELLO =
      "answer the kit's first line with one line like "
          + Probe.helloExample().replace(",\"", ", \"");

  static final String FLUSH =
      "flush standard output after each line, and answer a line before waiting for the next"
          + " (Python: print(..., flush=True); C: fflush(stdout))";
  static final String READ_ON =
      "go on reading after hello; each line of type run is answered with one line";
  static final String FRESH =
      "begin each scenario from nothing: new clients, new timers, no variable that outlives one";
  static final String STARTS_AGAIN =
      "let go of files, sockets and locks at the end; the kit starts a port several times";
  static final String VIRTUAL =
      "never sleep: set the clock to the next deadline; or say \"clock\":\"real\" in hello";
  static final String REAL =
      "say \"clock\":\"virtual\" in hello, or the timeScale: wall seconds in a scenario's second";
  static final String AT =
      "`at` is in milliseconds of the scenario, from 0 at its start to its until; not what a clock"
          + " of the system says";
  static final String AHEAD =
      "read lines through one buffered reader, as many as come, and answer every one";
  static final String END_WELL = "leave the loop when the input ends, and end with exit code 0";
  static final String END_SOON =
      "leave the loop when the input ends; stop threads and timers that keep the process alive";
  static final String END_ALL = "end, or wait for, every process that was started";

  private static final String LOOK = "--transcript FILE writes down all that was said";

  private Advice() {}

  /** On an answer that is no trace. */
  static String on(Answer answer) {
    if (answer instanceof Answer.Unsupported) {
      return "every port can join, drop and restore; it may decline other steps alone";
    }
    if (answer instanceof Answer.Failed) {
      return "find its cause in the port; a scenario that can't be run is answered as unsupported";
    }
    if (answer instanceof Answer.Crashed) {
      return "find what ended it; an exception in a scenario is answered with type error";
    }
    if (answer instanceof Answer.Broke broke) {
      return broke.message().contains("at` must be") ? AT : "mend that line's writer; " + LOOK;
    }
    return "find what it waits for; " + LOOK;
  }
}
