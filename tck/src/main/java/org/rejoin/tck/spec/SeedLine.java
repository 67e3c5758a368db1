package org.rejoin.tck.spec;

/** A line of the published text, character for character, with our English rendering. */
public enum SeedLine {
  SILENT_4S(
      "A 失去网络连接（A 用户在 4 秒内没有收到服务器数据）：",
      "A loses its network (A has received no data from the server for 4 seconds):"),
  AWL_INTERRUPTED(
      "如果 A 是 Android， Windows，或 Linux 平台，A 有回调： `onConnectionInterrupted`",
      "If A is on Android, Windows or Linux, A has the callback `onConnectionInterrupted`"),
  APPLE_INTERRUPTED(
      "如果 A 是 iOS 或 mac 平台： `rtcEngineConnectionDidInterrupted`",
      "If A is on iOS or macOS: `rtcEngineConnectionDidInterrupted`"),
  WEB_NO_CALLBACK("如果 A 是 Web 平台，A 没有回调。", "If A is on Web, A has no callback."),
  TRIES_OTHERS(
      "失去连接后， A 尝试重连其他服务器,直到重连成功：",
      "After losing the connection A tries to reconnect to other servers, until it succeeds:"),
  WITHIN_10S(
      "如果 A 在 10 秒内未连接成功，会有回调：", "If A has not connected within 10 seconds, there is a callback:"),
  AWL_LOST(
      "如果 A 是 Android， Windows，或 Linux 平台： `onConnectionLost`",
      "If A is on Android, Windows or Linux: `onConnectionLost`"),
  APPLE_LOST(
      "如果 A 是 iOS 或 mac 平台： `rtcEngineConnectionDidLost`",
      "If A is on iOS or macOS: `rtcEngineConnectionDidLost`"),
  AWL_GONE(
      "如果 B 是 Android， Windows，或 Linux 平台，20 秒内没有收到 A 的包： `onUserOffline`",
      "If B is on Android, Windows or Linux and received no packet of A for 20 seconds: `onUserOffline`"),
  APPLE_GONE(
      "如果 B 是 iOS 或 mac 平台，20 秒内没有收到 A 的包： `didOfflineOfUid`",
      "If B is on iOS or macOS and received no packet of A for 20 seconds: `didOfflineOfUid`"),
  WEB_GONE(
      "如果 B 是 Web 平台，10 秒内没有收到 A 的包：`client.on('stream-removed')`",
      "If B is on Web and received no packet of A for 10 seconds: `client.on('stream-removed')`"),
  RECONNECTED("如果 A 重连成功：", "If A reconnects:"),
  AWL_REJOINED(
      "如果 A 是 Android， Windows，或 Linux 平台，A 有回调： `didRejoinChannel`",
      "If A is on Android, Windows or Linux, A has the callback `didRejoinChannel`"),
  APPLE_REJOINED(
      "如果 A 是 iOS 或 mac 平台，A 有回调： `didRejoinChannel`",
      "If A is on iOS or macOS, A has the callback `didRejoinChannel`"),
  TOLD_OR_NOT(
      "如果此前 B 未收到 A 重连失败的回调，B 不会因为 A 重连成功而收到回调；如果此前 B 已经收到 A 重连失败的回调，则此时 B 有回调：",
      "If B was not called back before about A's failure to reconnect, B gets no callback for A's reconnecting; if B was, B now has a callback:"),
  AWL_BACK(
      "如果 B 是 Android， Windows，或 Linux 平台：`onUserJoined`",
      "If B is on Android, Windows or Linux: `onUserJoined`"),
  APPLE_BACK("如果 B 是 iOS 或 mac 平台： `didJoinedOfUid`", "If B is on iOS or macOS: `didJoinedOfUid`"),
  WEB_BACK(
      "如果 B 是 Web 平台： `client.on('stream-added')`", "If B is on Web: `client.on('stream-added')`"),
  KILL_KINDS("进程被杀包括以下各种情况：", "A process being killed includes all of the following cases:"),
  APPLE_QUITS(
      "如果 A 是 iOS 或 mac 平台：A 自动触发 `leaveChannel`，B 有回调：",
      "If A is on iOS or macOS: A triggers `leaveChannel` by itself, and B has a callback:"),
  AWL_TOLD_OF_QUIT(
      "如果 B 是 Android， Windows，或 Linux 平台：` onUserOffline`",
      "If B is on Android, Windows or Linux: `onUserOffline`"),
  APPLE_TOLD_OF_QUIT(
      "如果 B 是 iOS 或 mac 平台： `didOfflineOfUid`", "If B is on iOS or macOS: `didOfflineOfUid`"),
  WEB_TOLD_OF_QUIT(
      "如果 B 是 Web 平台： `client.on('peer-leave')`", "If B is on Web: `client.on('peer-leave')`"),
  KILLED_NOT_BACK(
      "如果 20 秒内， A 没有重启 app 并加入原频道，B 有回调：",
      "If within 20 seconds A has not restarted the app and joined the original channel, B has a callback:"),
  KILLED_BACK(
      "如果 20 秒内， A 重启 app 并加入原频道，B 不会收到回调。",
      "If within 20 seconds A restarts the app and joins the original channel, B gets no callback."),
  KILLED_NOT_BACK_WEB(
      "如果 10 秒内， A 没有重启 app 并加入原频道，B 有回调：`client.on('stream-removed')`",
      "If within 10 seconds A has not restarted the app and joined the original channel, B has the callback `client.on('stream-removed')`"),
  KILLED_BACK_WEB(
      "如果 10 秒内， A 重启 app 并加入原频道，B 不会收到回调。",
      "If within 10 seconds A restarts the app and joins the original channel, B gets no callback."),
  WEB_KILLED(
      "如果 A 使用的是 Web SDK，进程被杀与掉线的行为是一样的。",
      "If A uses the Web SDK, being killed behaves the same as dropping off."),
  LAST_USER(
      "如果 A 是频道内最后一个用户，服务端会在 10s 后销毁频道",
      "If A is the last user in the channel, the server destroys the channel after 10 s");

  private final String chinese;
  private final String english;

  SeedLine(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /** The line as it was published. */
  public String chinese() {
    return chinese;
  }

  /** The line in English. */
  public String english() {
    return english;
  }
}
