"""A port: your SDK behind Rejoin's port protocol 1. Your work is the class Client."""
import json
import sys
import traceback

HELLO = {
    "type": "hello", "protocol": 1, "name": "my-sdk", "version": "0.1.0",
    "platforms": ["android", "windows", "linux", "ios", "macos", "web"],
    "view": "client", "clock": "virtual", "profile": "agora-2019-05", "features": ["leave", "kill"],
}


class Client:
    """One client of your SDK, for one scenario. Its app lives on `platform` and is user `uid`."""

    def __init__(self, uid, platform, clock):
        self.uid, self.platform, self.clock, self.callbacks = uid, platform, clock, []

    def on_join(self, step):
        """The app joins step["channel"]: a fresh session, on a network that works."""

    def on_restart(self, step):
        """The app was killed, is started again, and has joined: a fresh session too."""

    def on_drop(self, step):
        """The network is gone: from now on nothing arrives."""

    def on_restore(self, step):
        """The network is back, and so is the connection."""

    def on_leave(self, step):
        """The app leaves the channel."""

    def on_kill(self, step):
        """The app's process is killed: nothing that was pending may happen any more."""

    def on_peer_heard(self, step):
        """Packets of the user step["peer"] arrive from now on: for the first time, or again."""

    def on_peer_silent(self, step):
        """From now on no packet of step["peer"] arrives."""

    def on_peer_left(self, step):
        """The goodbye of step["peer"] arrives."""

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
