/** A client's reconnection behaviour: what the app is told, and when. All times are in milliseconds. */

/** The six platforms. It decides the callbacks, and how long others may be silent. */
export type Platform = "android" | "windows" | "linux" | "ios" | "macos" | "web";

/** The callbacks of Android, Windows and Linux; profiles after 2019 say `onRejoinChannelSuccess`. */
export type AwlCallback =
  | "onConnectionInterrupted"
  | "onConnectionLost"
  | "didRejoinChannel"
  | "onRejoinChannelSuccess"
  | "onUserOffline"
  | "onUserJoined";

/** The callbacks of iOS and macOS. */
export type AppleCallback =
  | "rtcEngineConnectionDidInterrupted"
  | "rtcEngineConnectionDidLost"
  | "didRejoinChannel"
  | "didOfflineOfUid"
  | "didJoinedOfUid";

/** The callbacks of Web, which says nothing of the local user's own outage. */
export type WebCallback = "stream-removed" | "peer-leave" | "stream-added";

/** The callbacks that a platform has. */
export type CallbackOf<P extends Platform> = P extends "web"
  ? WebCallback
  : P extends "ios" | "macos"
    ? AppleCallback
    : AwlCallback;

/** What a client is. */
export interface ClientOptions<P extends Platform = Platform> {
  /** The local user: a whole number from 1 to 4294967295. */
  uid: number;
  platform: P;
  /** What the channel is used for; `communication` if left out. */
  mode?: "communication" | "live";
  /** The constants and names in force; `agora-2019-05` if left out. */
  profile?: "agora-2019-05" | "agora-2020-timeline" | "agora-current";
}

/** What a handler is given. It is frozen. */
export interface CallbackEvent<N extends string = string> {
  /** When it was due, however late the call was that brought it to light. */
  readonly at: number;
  /** The local user. */
  readonly uid: number;
  /** The callback's name. */
  readonly name: N;
  /** The remote user that it is about, where it is about one. */
  readonly peer?: number;
  /** Why that user is gone, where the platform says so. */
  readonly reason?: "quit" | "dropped";
}

/** Something that a client concluded, whether or not its platform tells the app. It is frozen. */
export interface ClientEvent {
  /** When it was due. */
  readonly at: number;
  /** The local user. */
  readonly uid: number;
  readonly kind: "interrupted" | "lost" | "rejoined" | "user-dropped" | "user-quit" | "user-joined";
  /** The callback that the app is told it by; left out where the platform is silent. */
  readonly name?: string;
  /** The remote user that it is about, where it is about one. */
  readonly peer?: number;
  /** Why that user is gone, where the platform says so. */
  readonly reason?: "quit" | "dropped";
}

/**
 * One user's SDK.
 *
 * Times are whole numbers, at most those of a Date, and never run backwards. Every call first lets everything fall that was due before its time.
 * Handlers are called before the call returns; what one throws is thrown on once all were called.
 * A handler may call the client: what follows is told after what was concluded before.
 * Misuse throws an Error.
 */
export interface Client<P extends Platform = Platform> {
  /** Has a function called with every callback of this name; the same one twice counts once. */
  on<N extends CallbackOf<P>>(name: N, handler: (event: CallbackEvent<N>) => void): void;
  /** Has it called no more; one that was never added is no mistake. */
  off<N extends CallbackOf<P>>(name: N, handler: (event: CallbackEvent<N>) => void): void;
  /** Has a function called with everything that the client concludes, in one order with the callbacks. */
  onEvent(handler: (event: ClientEvent) => void): void;
  /** Whether a session is open: joined, and neither ended nor given up. */
  isInSession(): boolean;
  /** The app joins the channel: a fresh session begins, whatever was before. */
  join(now: number): void;
  /** The session ends. */
  end(now: number): void;
  /** Data of the server arrives from now on: the first, or again after an outage. */
  linkUp(now: number): void;
  /** From now on nothing arrives from the server. */
  linkDown(now: number): void;
  /** Packets of a remote user arrive from now on: for the first time, or again. */
  userHeard(uid: number, now: number): void;
  /** From now on no packet of a remote user arrives. */
  userSilent(uid: number, now: number): void;
  /** A remote user's goodbye arrives. */
  userLeft(uid: number, now: number): void;
  /** Lets everything fall that is due up to and including an instant. */
  advanceTo(now: number): void;
  /** When the next conclusion is due if nothing more is heard; Infinity if none is. */
  nextDeadline(): number;
}

/** A client that has joined nothing yet. Throws an Error if the options are not what they should be. */
export function createClient<P extends Platform>(options: ClientOptions<P>): Client<P>;

/** The server's side of one channel. Times as for a client; misuse throws an Error. */
export interface Channel {
  /** The server hears a user. Returns when the channel before this one was destroyed, or Infinity. */
  present(uid: number, now: number): number;
  /** The server no longer hears a user. Returns the same. */
  absent(uid: number, now: number): number;
  /** Lets everything fall that is due up to and including an instant. Returns the same. */
  advanceTo(now: number): number;
  /** When the channel is destroyed if nobody comes; Infinity if it won't be. */
  nextDeadline(): number;
}

/** A channel that nobody has joined. */
export function createChannel(options: Pick<ClientOptions, "profile">): Channel;

/** The reconnect loop of one client: which server to try, and when. It connects to nothing. */
export interface Reconnect {
  /** Begins to try: the other servers first, the lost one last, again and again. */
  start(lostServer: string, now: number): void;
  /** Ends the trying: a server accepted, or the session is over. */
  stop(): void;
  /** When the next attempt is due; Infinity at rest. */
  nextDeadline(): number;
  /** The attempts that are due up to and including an instant, in order. */
  advanceTo(now: number): { at: number; server: string }[];
}

/** A loop at rest that tries these servers, this many milliseconds apart. */
export function createReconnect(options: { servers: string[]; waitMillis: number }): Reconnect;
