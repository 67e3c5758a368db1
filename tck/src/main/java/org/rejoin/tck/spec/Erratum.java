package org.rejoin.tck.spec;

import java.util.Optional;

/** A place where the published text is wrong or has been overtaken. The rules follow it anyway. */
public enum Erratum {
  REJOINED_NAME(
      "`didRejoinChannel` on Android, Windows and Linux is not in the SDK that was shipped; there the callback is `onRejoinChannelSuccess`. A port may use either name.",
      Decision.D_38),
  KILL_WITHOUT_CODE(
      "A process that is killed on iOS or macOS without running any of its code can't leave its channel, whatever the text says. Observers of such a crash see a user that falls silent.",
      Decision.D_45),
  WEB_CONNECTION_EVENTS(
      "Later Web SDKs do report the state of their own connection. The text says that Web is told nothing, and the default profile ignores such events.");

  private final String text;
  private final Optional<Decision> decision;

  Erratum(String text) {
    this(text, Optional.empty());
  }

  Erratum(String text, Decision decision) {
    this(text, Optional.of(decision));
  }

  Erratum(String text, Optional<Decision> decision) {
    this.text = text;
    this.decision = decision;
  }

  /** What is wrong, and what is done about it. */
  public String text() {
    return text;
  }

  /** The decision that says how it is judged, where one was needed. */
  public Optional<Decision> decision() {
    return decision;
  }
}
