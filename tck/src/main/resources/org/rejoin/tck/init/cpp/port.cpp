// A port: your SDK behind Rejoin's port protocol 1. Your work is the class Client.
#include <functional>
#include <iostream>
#include "json.hpp"

const std::string HELLO = R"({"type":"hello","protocol":1,"name":"my-sdk","version":"0.1.0",)"
    R"("platforms":["android","windows","linux","ios","macos","web"],"view":"client",)"
    R"("clock":"virtual","profile":"agora-2019-05","features":["leave","kill"]})";

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

  // The app joins a channel: a fresh session, on a network that works.
  void on_join(const json::Value&) {}

  // The app was killed, is started again, and has joined: a fresh session too.
  void on_restart(const json::Value&) {}

  // The network is gone: from now on nothing arrives.
  void on_drop(const json::Value&) {}

  // The network is back, and so is the connection.
  void on_restore(const json::Value&) {}

  // The app leaves the channel.
  void on_leave(const json::Value&) {}

  // The app's process is killed: nothing that was pending may happen any more.
  void on_kill(const json::Value&) {}

  // Packets of the user step["peer"] arrive from now on: for the first time, or again.
  void on_peer_heard(const json::Value&) {}

  // From now on no packet of step["peer"] arrives.
  void on_peer_silent(const json::Value&) {}

  // The goodbye of step["peer"] arrives.
  void on_peer_left(const json::Value&) {}

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
