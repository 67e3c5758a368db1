package org.rejoin.example.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.ByteBuffer;
import java.util.ServiceLoader;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.rejoin.api.Callback;
import org.rejoin.api.Platform;
import org.rejoin.api.PlatformAdapter;
import org.rejoin.api.Profile;
import org.rejoin.core.realtime.RealtimeClient;

/**
 * One session of a small SDK on UDP: a socket, heartbeats, and the reference machine, which
 * concludes from the packets what the app is to be told.
 *
 * <p>This is all that an SDK has to do to be conformant: pass on what it hears, as it hears it.
 * Safe for several threads; callbacks come on the timer's thread or on the network's.
 */
final class ClientSession implements AutoCloseable {
  private final long number;
  private final DatagramSocket socket;
  private final RealtimeClient client;
  private final ScheduledFuture<?> heartbeats;

  private ClientSession(
      Control.Join how,
      TimeScale timeScale,
      DatagramSocket socket,
      ScheduledExecutorService timer,
      Consumer<Callback> app) {
    Profile names = how.inForce();
    PlatformAdapter adapter = adapter(how.platform());
    this.number = how.session();
    this.socket = socket;
    this.client =
        RealtimeClient.builder(
                how.user(),
                how.platform().family(),
                Runnable::run,
                event -> adapter.callback(event, names).ifPresent(app))
            .mode(how.mode())
            .profile(timeScale.profile(names))
            .scheduler(timer)
            .build();
    client.join();
    this.heartbeats =
        timer.scheduleWithFixedDelay(
            () -> send(Packet.Kind.HEARTBEAT), 0, timeScale.heartbeatNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Joins, and goes on until it is closed.
   *
   * @param how who joins what
   * @param timeScale how fast time goes
   * @param timer where heartbeats and deadlines come from
   * @param app is called back
   * @throws IOException if there is no socket to be had
   */
  static ClientSession open(
      Control.Join how, TimeScale timeScale, ScheduledExecutorService timer, Consumer<Callback> app)
      throws IOException {
    DatagramSocket socket = new DatagramSocket(Loopback.anyPort());
    // Connected, so that the system drops what others than the relay send.
    socket.connect(Loopback.at(how.relayPort()));
    ClientSession session = new ClientSession(how, timeScale, socket, timer, app);
    Thread network = new Thread(session::listen, "network");
    network.setDaemon(true);
    network.start();
    return session;
  }

  /** The app leaves: the goodbye goes out, and nothing that was pending is told (DRV-09). */
  void leave() {
    heartbeats.cancel(false);
    if (client.isInSession()) {
      send(Packet.Kind.GOODBYE);
      client.leave();
    }
  }

  /** The session ends without a word, as if the process had ended. */
  @Override
  public void close() {
    heartbeats.cancel(false);
    client.close();
    socket.close();
  }

  /** One packet of the relay. */
  void take(Packet packet) {
    if (packet.session() != number) {
      return;
    }
    switch (packet.kind()) {
      case TICK -> client.packets(packet.users());
      case LEFT -> {
        // That it came at all is word of the server; what it says is not, to the machine.
        client.serverPacket();
        packet.users().forEach(client::userLeft);
      }
      case HEARTBEAT, GOODBYE -> {
        // Only clients send these.
      }
    }
  }

  private void listen() {
    DatagramPacket datagram = new DatagramPacket(new byte[Packet.MAX_BYTES], Packet.MAX_BYTES);
    while (!socket.isClosed()) {
      try {
        datagram.setLength(Packet.MAX_BYTES);
        socket.receive(datagram);
        Packet.decode(ByteBuffer.wrap(datagram.getData(), 0, datagram.getLength()))
            .ifPresent(this::take);
      } catch (IOException unreachable) {
        // Either closed, or word that a packet of ours found nobody: silence, as the text has it.
      }
    }
  }

  private void send(Packet.Kind kind) {
    try {
      byte[] bytes = Packet.of(kind, number).encode().array();
      socket.send(new DatagramPacket(bytes, bytes.length));
    } catch (IOException unreachable) {
      // A packet that is lost. The next one follows.
    }
  }

  private static PlatformAdapter adapter(Platform platform) {
    return ServiceLoader.load(PlatformAdapter.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(adapter -> adapter.platforms().contains(platform))
        .findFirst()
        .orElseThrow();
  }
}
