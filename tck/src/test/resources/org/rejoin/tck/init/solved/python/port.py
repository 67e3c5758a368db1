"""A port: your SDK behind Rejoin's port protocol 1. Your work is the class Client."""
import json
import sys
import traceback

HELLO = {
    "type": "hello", "protocol": 1, "name": "solved-python", "version": "0.1.0",
    "platforms": ["android", "windows", "linux", "ios", "macos", "web"],
    "view": "client", "clock": "virtual", "profile": "agora-2019-05",
    "features": ["leave", "kill", "announces", "one-way-loss", "channels"],
}

# What the app of each platform is told; a platform without a name for it says nothing.
AWL = {
    "interrupted": "onConnectionInterrupted", "lost": "onConnectionLost",
    "rejoined": "didRejoinChannel", "dropped": "onUserOffline", "quit": "onUserOffline",
    "back": "onUserJoined",
}
APPLE = {
    "interrupted": "rtcEngineConnectionDidInterrupted", "lost": "rtcEngineConnectionDidLost",
    "rejoined": "didRejoinChannel", "dropped": "didOfflineOfUid", "quit": "didOfflineOfUid",
    "back": "didJoinedOfUid",
}
WEB = {"dropped": "stream-removed", "quit": "peer-leave", "back": "stream-added"}
NAMES = {"android": AWL, "windows": AWL, "linux": AWL, "ios": APPLE, "macos": APPLE, "web": WEB}


class Client:
    """One client of your SDK, for one scenario. Its app lives on `platform` and is user `uid`."""

    def __init__(self, uid, platform, clock):
        self.uid, self.platform, self.clock, self.callbacks = uid, platform, clock, []
        self.window = 10_000 if platform == "web" else 20_000
        self.end()

    def end(self):
        """No session: nothing is remembered, and nothing is pending."""
        self.joined, self.cut, self.interrupted = False, False, False
        self.silences = {}  # Since when each user is silent that the app believes to be there.
        self.clock.deadlines.clear()

    def on_join(self, step):
        """The app joins step["channel"]: a fresh session, on a network that works."""
        self.end()
        self.joined = True

    def on_restart(self, step):
        """The app was killed, is started again, and has joined: a fresh session too."""
        self.on_join(step)

    def on_drop(self, step):
        """The network is gone: from now on nothing arrives."""
        if not self.joined or self.cut:
            return
        self.cut = True
        if step.get("direction") == "uplink":
            return  # Everything still arrives: nothing is noticed here.
        self.clock.at(self.clock.now + 4_000, "interrupted", self.interrupt)
        self.clock.at(self.clock.now + 10_000, "lost", lambda: self.say("lost"))
        for peer in self.silences:
            self.fall_silent(peer)
            self.clock.cancel(peer)  # Nothing of others is concluded while nothing arrives.

    def interrupt(self):
        self.interrupted = True
        self.say("interrupted")

    def on_restore(self, step):
        """The network is back, and so is the connection."""
        if not self.cut:
            return
        self.clock.cancel("interrupted")
        self.clock.cancel("lost")
        if self.interrupted:
            self.say("rejoined")
        self.cut = self.interrupted = False
        for peer, since in self.silences.items():
            if since is not None:
                self.watch(peer)

    def on_leave(self, step):
        """The app leaves the channel."""
        self.end()

    def on_kill(self, step):
        """The app's process is killed: nothing that was pending may happen any more."""
        self.end()

    def on_peer_heard(self, step):
        """Packets of the user step["peer"] arrive from now on: for the first time, or again."""
        if step["peer"] not in self.silences:
            self.say("back", step["peer"])
        self.silences[step["peer"]] = None
        self.clock.cancel(step["peer"])

    def on_peer_silent(self, step):
        """From now on no packet of step["peer"] arrives."""
        if step["peer"] in self.silences:
            self.fall_silent(step["peer"])
            self.watch(step["peer"])

    def on_peer_left(self, step):
        """The goodbye of step["peer"] arrives."""
        if step["peer"] in self.silences:
            self.lose(step["peer"], "quit")

    def fall_silent(self, peer):
        if self.silences[peer] is None:
            self.silences[peer] = self.clock.now

    def watch(self, peer):
        """The silence of `peer` has a limit."""
        due = self.silences[peer] + self.window
        self.clock.at(due, peer, lambda: self.lose(peer, "dropped"))

    def lose(self, peer, how):
        del self.silences[peer]
        self.clock.cancel(peer)
        self.say(how, peer)

    def say(self, event, peer=None):
        """Tells the app, in the words of its platform."""
        if event in NAMES[self.platform]:
            self.tell(NAMES[self.platform][event], **({"peer": peer} if peer else {}))

    def tell(self, name, **peer):
        """For your SDK's callbacks: the app is told `name` now. `peer`: the user it is about."""
        self.callbacks.append({"at": self.clock.now, "uid": self.uid, "name": name, **peer})


class Clock:
    """The scenario's time, for your SDK to use in place of the wall's. Nothing here waits."""

    def __init__(self):
        self.now, self.deadlines = 0, {}

    def at(self, due, key, action):
        """Runs `action` at `due` milliseconds, unless `key` is cancelled or set anew before."""
        self.deadlines[key] = (max(due, self.now), action)

    def cancel(self, key):
        """Forgets what was to happen under this key."""
        self.deadlines.pop(key, None)

    def advance(self, end):
        """Goes on to `end`: what is due before it happens, in order; what is due then waits."""
        while self.deadlines:
            key = min(self.deadlines, key=lambda each: self.deadlines[each][0])
            due, action = self.deadlines[key]
            if due >= end:
                break
            self.cancel(key)
            self.now = due
            action()
        self.now = end


# ---- The protocol: nothing to do from here on. ----


def run(scenario):
    user, clock = scenario["participants"][0], Clock()
    client = Client(user["uid"], user["platform"], clock)
    for step in scenario["steps"]:
        clock.advance(step["at"])
        getattr(client, "on_" + step["do"].replace("-", "_"))(step)
    clock.advance(scenario["until"] + 1)
    return client.callbacks


def answer(message):
    if message["type"] == "hello":
        return HELLO
    try:
        return {"type": "trace", "id": message["id"], "callbacks": run(message["scenario"])}
    except Exception:
        return {"type": "error", "id": message["id"], "message": traceback.format_exc()}


for line in sys.stdin.buffer:
    print(json.dumps(answer(json.loads(line))), flush=True)
