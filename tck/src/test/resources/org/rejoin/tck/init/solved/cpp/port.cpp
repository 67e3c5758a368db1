// A port: your SDK behind Rejoin's port protocol 1. Your work is the class Client.
#include <functional>
#include <iostream>
#include "json.hpp"

const std::string HELLO = R"({"type":"hello","protocol":1,"name":"solved-cpp","version":"0.1.0",)"
    R"("platforms":["android","windows","linux","ios","macos","web"],"view":"client",)"
    R"("clock":"virtual","profile":"agora-2019-05","features":["leave","kill","announces","one-way-loss","channels"]})";

// What the app of each platform is told; a platform without a name for it says nothing.
using Names = std::map<std::string, std::string>;
const Names AWL{
    {"interrupted", "onConnectionInterrupted"}, {"lost", "onConnectionLost"},
    {"rejoined", "didRejoinChannel"}, {"dropped", "onUserOffline"},
    {"quit", "onUserOffline"}, {"back", "onUserJoined"}};
const Names APPLE{
    {"interrupted", "rtcEngineConnectionDidInterrupted"}, {"lost", "rtcEngineConnectionDidLost"},
    {"rejoined", "didRejoinChannel"}, {"dropped", "didOfflineOfUid"},
    {"quit", "didOfflineOfUid"}, {"back", "didJoinedOfUid"}};
const Names WEB{{"dropped", "stream-removed"}, {"quit", "peer-leave"}, {"back", "stream-added"}};
const std::map<std::string, Names> NAMES{{"android", AWL}, {"windows", AWL}, {"linux", AWL},
                                         {"ios", APPLE},   {"macos", APPLE}, {"web", WEB}};

// The scenario's time, for your SDK to use in place of the wall's. Nothing here waits.
struct Clock {
  struct Deadline { long long due; std::function<void()> action; };
  std::map<std::string, Deadline> deadlines;
  long long now = 0;

  // Runs `action` at `due` milliseconds, unless `key` is cancelled or set anew before.
  void at(long long due, const std::string& key, std::function<void()> action) {
    deadlines[key] = {std::max(due, now), action};
  }

  // Forgets what was to happen under this key.
  void cancel(const std::string& key) { deadlines.erase(key); }

  // Goes on to `end`: what is due before it happens, in order; what is due then waits.
  void advance(long long end) {
    const auto earlier = [](auto& a, auto& b) { return a.second.due < b.second.due; };
    while (!deadlines.empty()) {
      const auto [key, deadline] = *std::min_element(deadlines.begin(), deadlines.end(), earlier);
      if (deadline.due >= end) break;
      cancel(key);
      now = deadline.due;
      deadline.action();
    }
    now = end;
  }
};

// One client of your SDK, for one scenario. Its app lives on `platform` and is user `uid`.
struct Client {
  long long uid;
  std::string platform;
  Clock clock{};
  json::List callbacks{};

  bool joined = false, cut = false, interrupted = false;

  // Since when each user is silent that the app believes to be there; HEARD: it is not.
  std::map<long long, long long> silences{};
  static constexpr long long HEARD = -1;

  // No session: nothing is remembered, and nothing is pending.
  void end() {
    joined = cut = interrupted = false;
    silences.clear();
    clock.deadlines.clear();
  }

  // The app joins a channel: a fresh session, on a network that works.
  void on_join(const json::Value&) {
    end();
    joined = true;
  }

  // The app was killed, is started again, and has joined: a fresh session too.
  void on_restart(const json::Value& step) { on_join(step); }

  // The network is gone: from now on nothing arrives.
  void on_drop(const json::Value& step) {
    if (!joined || cut) return;
    cut = true;
    // Where only the uplink is cut everything still arrives, so nothing is noticed here.
    if (step.has("direction") && step["direction"].text() == "uplink") return;
    clock.at(clock.now + 4000, "interrupted", [this] { interrupted = true; say("interrupted"); });
    clock.at(clock.now + 10000, "lost", [this] { say("lost"); });
    for (auto& [peer, since] : silences) {
      if (since == HEARD) since = clock.now;
      clock.cancel(key(peer));  // Nothing of others is concluded while nothing arrives.
    }
  }

  // The network is back, and so is the connection.
  void on_restore(const json::Value&) {
    if (!cut) return;
    clock.cancel("interrupted");
    clock.cancel("lost");
    if (interrupted) say("rejoined");
    cut = interrupted = false;
    for (const auto& [peer, since] : silences)
      if (since != HEARD) watch(peer);
  }

  // The app leaves the channel.
  void on_leave(const json::Value&) { end(); }

  // The app's process is killed: nothing that was pending may happen any more.
  void on_kill(const json::Value&) { end(); }

  // Packets of the user step["peer"] arrive from now on: for the first time, or again.
  void on_peer_heard(const json::Value& step) {
    const long long peer = step["peer"].number();
    if (silences.count(peer) == 0) say("back", peer);
    silences[peer] = HEARD;
    clock.cancel(key(peer));
  }

  // From now on no packet of step["peer"] arrives.
  void on_peer_silent(const json::Value& step) {
    const auto found = silences.find(step["peer"].number());
    if (found == silences.end()) return;
    if (found->second == HEARD) found->second = clock.now;
    watch(found->first);
  }

  // The goodbye of step["peer"] arrives.
  void on_peer_left(const json::Value& step) {
    if (silences.count(step["peer"].number()) > 0) lose(step["peer"].number(), "quit");
  }

  // The silence of a user has a limit.
  void watch(long long peer) {
    const long long window = platform == "web" ? 10000 : 20000;
    clock.at(silences.at(peer) + window, key(peer), [this, peer] { lose(peer, "dropped"); });
  }

  void lose(long long peer, const std::string& how) {
    silences.erase(peer);
    clock.cancel(key(peer));
    say(how, peer);
  }

  static std::string key(long long peer) { return "peer " + std::to_string(peer); }

  // Tells the app, in the words of its platform.
  void say(const std::string& event, long long peer = 0) {
    const Names& names = NAMES.at(platform);
    if (names.count(event) == 0) return;
    tell(names.at(event), peer == 0 ? json::Object{} : json::Object{{"peer", peer}});
  }

  // For your SDK's callbacks: the app is told `name` now, and {{"peer", peer}} if it is about one.
  void tell(const std::string& name, json::Object callback = {}) {
    callback.insert({{"at", clock.now}, {"uid", uid}, {"name", name}});
    callbacks.push_back(callback);
  }
};

// ---- The protocol: nothing to do from here on. ----

const std::map<std::string, void (Client::*)(const json::Value&)> HANDLERS{
    {"join", &Client::on_join}, {"restart", &Client::on_restart}, {"leave", &Client::on_leave},
    {"kill", &Client::on_kill}, {"drop", &Client::on_drop}, {"restore", &Client::on_restore},
    {"peer-heard", &Client::on_peer_heard}, {"peer-silent", &Client::on_peer_silent},
    {"peer-left", &Client::on_peer_left}};

json::Value run(const json::Value& scenario) {
  const json::Value& user = scenario["participants"].list().at(0);
  Client client{user["uid"].number(), user["platform"].text()};
  for (const json::Value& step : scenario["steps"].list()) {
    client.clock.advance(step["at"].number());
    (client.*HANDLERS.at(step["do"].text()))(step);
  }
  client.clock.advance(scenario["until"].number() + 1);
  return client.callbacks;
}

std::string answer(const json::Value& message) {
  if (message["type"].text() == "hello") return HELLO;
  try {
    return json::write(json::Object{{"type", "trace"}, {"id", message["id"]}, {"callbacks", run(message["scenario"])}});
  } catch (const std::exception& problem) {
    return json::write(json::Object{{"type", "error"}, {"id", message["id"]}, {"message", problem.what()}});
  }
}

int main() {
  for (std::string line; std::getline(std::cin, line);) std::cout << answer(json::parse(line)) << std::endl;
}
