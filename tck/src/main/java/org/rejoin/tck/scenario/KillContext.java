package org.rejoin.tck.scenario;

/**
 * In which circumstances a process was killed; by KILL-00 none of them changes the outcome.
 *
 * @param how what ended the process
 * @param voip whether VoIP mode was on
 * @param foreground whether the app was in the foreground
 */
public record KillContext(How how, boolean voip, boolean foreground) {

  /** What ended the process. */
  public enum How {
    /** The process was killed. */
    PROCESS,
    /** The page was closed; Web only. */
    PAGE_CLOSED
  }
}
