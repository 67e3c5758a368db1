package org.rejoin.tck.spec;

/** What to look at when a rule fails: the usual mistake, and where it sits in an SDK's code. */
public final class Advice {
  private Advice() {}

  /** One or two sentences for the people whose SDK fails the rule. */
  public static String on(Rule rule) {
    return switch (rule) {
      case NET_01 ->
          "Look at what re-arms the 4 s timer: it has to be every packet of the server, not only keep-alives, and its start is the last packet, not the instant at which a socket reported an error. A check that runs once a second and stamps the callback with its own time is late by up to a second.";
      case NET_02 ->
          "The same timer as on Android (NET-01), under the name `rtcEngineConnectionDidInterrupted`: look at the delegate's selector first, then at what re-arms the timer. On iOS a timer on a run loop that is paused in the background falls late.";
      case NET_03 ->
          "Web has no callback for its own connection. Look for a `connection-state-change` or the like that is passed on as one of the judged callbacks, or for an Android table of names used on Web.";
      case NET_04 ->
          "Look at the list of servers after a loss: the lost one has to go to the end, not be tried first. Then look for a limit of attempts, or a back-off that grows beyond 5 s (D-46) or never ends.";
      case NET_05 ->
          "If it comes exactly 4 s late, your 10 s count from interrupted: that is the other reading of D-02, and `--profile agora-current` judges by it. Otherwise look whether a failed attempt to reconnect re-arms the timer; only data from the server may.";
      case NET_06 ->
          "As NET-05, under the name `rtcEngineConnectionDidLost`. If Android passes and Apple fails, the fault is in the delegate's table of names and not in the timer.";
      case NET_07 ->
          "Web is told nothing of its own loss. Look for code that leaves the channel or removes every remote stream when the socket closes: that shows as `stream-removed` for others.";
      case NET_08 ->
          "Look at which packets of a user re-arm its 20 s window: all of them, not only video or only statistics. If it comes 10 s early, the window of Web was used; if late, the check of the windows runs too seldom, or stops while the app is in the background.";
      case NET_09 ->
          "The same window as on Android (NET-08), told as `didOfflineOfUid`. If it comes at once, an end of the media stream was taken for a user that is gone.";
      case NET_10 ->
          "Web's window is 10 s, not 20 s: look at a constant that is shared with the other platforms. If `peer-leave` came in its place, the time-out and the goodbye end in one handler.";
      case NET_11 ->
          "It has to come with the first packet of the server after interrupted, without waiting for media or for others. If it is missing after a short outage, look whether it is tied to lost in place of interrupted; if it comes after less than 4 s, it is tied to the socket.";
      case NET_12 ->
          "As NET-11, under the same name on iOS and macOS. If only the name differs, look at the delegate's table.";
      case NET_13 ->
          "Web is not told that it rejoined. Look for a second `stream-added` for users that were there all the time: a reconnect that subscribes to everything anew has to compare with what it told the app before.";
      case NET_14 ->
          "The return is told although gone was not. Look for a flag per observer and user, \"told gone\": set it where gone is told, and tell back only where it is set. Code that tells back on every new connection of a user fails here.";
      case NET_15 ->
          "Back is missing or late. Look whether the entry of a user that is gone is thrown away together with the knowledge that it was told, and whether any packet of the user brings it back, not only its next join.";
      case NET_16 ->
          "As NET-15, under the name `didJoinedOfUid`. If the name is right and the time is not, look what is waited for: the first packet is enough, the first frame is too late.";
      case NET_17 ->
          "As NET-15, under the name `stream-added`. A Web SDK that keeps the old stream object often takes the return for something known and tells nothing.";
      case KILL_00 ->
          "One context behaves unlike another. Look for code that hangs on foreground and background, on VoIP mode, on the channel's mode or on the page's unload event, and that sends or withholds a goodbye there.";
      case KILL_01 ->
          "The killed process has to send its goodbye: look at `applicationWillTerminate` and its like on macOS. If gone comes 20 s later, the goodbye was not sent or the observer did not take it for one.";
      case KILL_02 ->
          "As KILL-01, seen on iOS and macOS. If the reason is wrong, the goodbye and the time-out end in one handler: a goodbye is QUIT.";
      case KILL_03 ->
          "If `stream-removed` came, the goodbye is handled as the end of a stream: a user that quits is `peer-leave` and nothing else. If both came, the window was not stopped at the goodbye.";
      case KILL_04 ->
          "If it comes at once, the server or the observer took the closed socket for a goodbye; a killed process on these platforms only falls silent. If it is missing, look whether a restart in another channel, or under another uid, stopped the window.";
      case KILL_05 ->
          "As KILL-04, told as `didOfflineOfUid`. Look whether the observer asks for the platform of the killed user: what counts is whether a goodbye arrived.";
      case KILL_06 ->
          "Somebody was told of a restart in time. Look for a new session id, or a new join, that is told as gone and back; within 20 s the uid alone says who it is.";
      case KILL_07 ->
          "Web counts 10 s here too. If `peer-leave` came, the closed connection of the killed process was taken for a goodbye.";
      case KILL_08 ->
          "Web was told of a restart in time. Look for streams that are replaced on the new join: the old one must not be told as removed, nor the new one as added, when the uid is the same and its window had not ended.";
      case KILL_09 ->
          "Look at `beforeunload`, `pagehide` and the like: a page that is closed sends no goodbye by this text. If an observer on Android is told after 10 s, the window of the killed user was used; it is the observer's own that counts.";
      case KILL_10 ->
          "This is the server's: look at what starts its 10 s, which is the last user's last packet and not the end of a time-out of its own, and at what calls the destruction off, which is any user heard up to and including 10 s. No client is told.";
      case DRV_01 ->
          "Something was told after a silence of 4 s or less. Look for `>=` where `>` is meant, and for a callback that is tied to the socket in place of the silence. With an exact clock, a packet at the deadline is in time (D-03).";
      case DRV_02 ->
          "Look at which timers are stopped on return: the one of lost has to be. If rejoined is missing, it may be tied to lost; if lost came at exactly 10 s, see D-03.";
      case DRV_03 ->
          "Look at timers that are not stopped on return and fall in the next outage, at retries that tell lost once more, and at a flag \"interrupted\" that is not cleared by rejoined.";
      case DRV_04 ->
          "Gone was told twice in a row, or back without gone. Usually a time-out and a goodbye, or a kill, each tell on their own: let both go through one place that knows what was told last.";
      case DRV_05 ->
          "A return is told after one kind of absence and not after another. Look for several lists of absent users, by time-out and by goodbye; keep one, whatever filled it.";
      case DRV_06 ->
          "Look whether a leave waits for the server's answer before observers hear of it, and whether it goes under the name of a quit: on Web that is `peer-leave`.";
      case DRV_07 ->
          "A goodbye arrived that could not be sent. Look for one that is kept and sent on the next connection, or for observers that are told by a user's own local call; if the time is wrong, the window was started at the kill in place of the last packet.";
      case DRV_08 ->
          "A process that is gone was called back, or a restarted one was told that it rejoined. Look for state that outlives the process, such as a saved session or a flag \"interrupted\" on disk; a restart begins with nothing.";
      case DRV_09 ->
          "Look at what a leave stops: every timer of the session, its own and those for others, and callbacks that are queued already.";
      case DRV_10 ->
          "Two observers of one user were mixed up. Look for a window or a flag \"told gone\" that is kept per user, or on the server, in place of per observer and user.";
      case DRV_11 ->
          "At the end somebody believes in a user that is not there, or misses one that is. Look at what an observer does after its own outage: compare what it told with who is there, then tell the differences, and start with an empty list in a new session.";
    };
  }
}
