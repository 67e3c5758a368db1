package org.rejoin.tck.guide;

import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * An SDK for Android that the guide tests: one client, written without knowledge of the kit. The
 * application is told the callback's name and the remote user, 0 if it is about none.
 */
public final class AcmeClient {

  /** A remote user, as this client knows it. */
  private static final class Peer {
    private boolean heard;
    private boolean gone = true;
    private long silentSinceMillis;
    private Runnable timer = () -> {};
  }

  private final AcmeScheduler time;
  private final BiConsumer<String, Long> app;
  private final TreeMap<Long, Peer> peers = new TreeMap<>();
  private boolean joined;
  private boolean connected;
  private boolean interrupted;
  private Runnable interruptedTimer = () -> {};
  private Runnable lostTimer = () -> {};

  /** A client that has joined nothing yet. */
  public AcmeClient(AcmeScheduler time, BiConsumer<String, Long> app) {
    this.time = time;
    this.app = app;
  }

  /** Joins the channel. */
  public void join() {
    end();
    joined = true;
    connected = true;
  }

  /** Leaves the channel, or dies: nothing is told any more. */
  public void end() {
    interruptedTimer.run();
    lostTimer.run();
    peers.values().forEach(peer -> peer.timer.run());
    peers.clear();
    joined = false;
    connected = false;
    interrupted = false;
  }

  /** Nothing comes from the server from now on. */
  public void disconnected() {
    if (!connected) {
      return;
    }
    connected = false;
    interruptedTimer = time.schedule(4_000, this::interrupted);
    lostTimer = time.schedule(10_000, () -> app.accept("onConnectionLost", 0L));
    for (Peer peer : peers.values()) {
      // Who hears nobody can't know who is gone: that waits until the connection is back.
      peer.timer.run();
      silent(peer);
    }
  }

  private void interrupted() {
    interrupted = true;
    app.accept("onConnectionInterrupted", 0L);
  }

  /** The server is heard again. */
  public void reconnected() {
    if (!joined || connected) {
      return;
    }
    connected = true;
    interruptedTimer.run();
    lostTimer.run();
    if (interrupted) {
      app.accept("didRejoinChannel", 0L);
    }
    interrupted = false;
    peers.forEach(this::watch);
  }

  /** Packets of a user arrive. */
  public void heard(long uid) {
    Peer peer = peers.computeIfAbsent(uid, unused -> new Peer());
    peer.timer.run();
    peer.heard = true;
    if (peer.gone) {
      app.accept("onUserJoined", uid);
    }
    peer.gone = false;
  }

  /** No packet of a user arrives from now on. */
  public void silent(long uid) {
    Peer peer = peers.computeIfAbsent(uid, unused -> new Peer());
    silent(peer);
    watch(uid, peer);
  }

  private void silent(Peer peer) {
    if (peer.heard) {
      peer.heard = false;
      peer.silentSinceMillis = time.nowMillis();
    }
  }

  private void watch(long uid, Peer peer) {
    peer.timer.run();
    if (!peer.gone) {
      long dueMillis = peer.silentSinceMillis + 20_000;
      peer.timer = time.schedule(dueMillis - time.nowMillis(), () -> gone(uid, peer));
    }
  }

  /** A user says goodbye. */
  public void left(long uid) {
    Peer peer = peers.computeIfAbsent(uid, unused -> new Peer());
    peer.timer.run();
    peer.heard = false;
    if (!peer.gone) {
      gone(uid, peer);
    }
  }

  private void gone(long uid, Peer peer) {
    peer.gone = true;
    app.accept("onUserOffline", uid);
  }
}
