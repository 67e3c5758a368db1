package org.rejoin.example.udp;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.rejoin.api.Callback;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;

/**
 * One user's process: takes orders on standard input, one session at a time, and prints every
 * callback of its app. It ends when its input does, so it never outlives the port.
 */
final class ClientMain {
  private final TimeScale timeScale;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          new ThreadFactoryBuilder().setDaemon(true).setNameFormat("timer").build());

  /** Written by the thread that obeys; a polite signal comes on another. */
  private volatile Optional<ClientSession> session = Optional.empty();

  private ClientMain(TimeScale timeScale) {
    this.timeScale = timeScale;
  }

  /**
   * Runs until the input ends.
   *
   * @param args the time scale
   * @throws IOException if the port breaks off
   */
  public static void main(String[] args) throws IOException {
    ClientMain client = new ClientMain(new TimeScale(Double.parseDouble(args[0])));
    client.rehearse();
    // Only a polite signal comes this way, as Apple's systems send it: the app says goodbye. The
    // forced one that the other platforms get runs no code at all.
    Runtime.getRuntime().addShutdownHook(new Thread(client::leave));
    client.obey();
    Runtime.getRuntime().halt(0);
  }

  private void obey() throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(Control.READY);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      Optional<Control.Join> join = Control.Join.read(line);
      if (join.isPresent()) {
        join(join.get(), callback -> out.println(Control.line(callback)));
      } else if (line.equals(Control.LEAVE)) {
        leave();
      } else if (line.equals(Control.END)) {
        end();
        out.println(Control.ENDED);
      }
    }
  }

  private void join(Control.Join how, Consumer<Callback> app) throws IOException {
    end();
    session = Optional.of(ClientSession.open(how, timeScale, timer, app));
  }

  private void leave() {
    session.ifPresent(ClientSession::leave);
  }

  private void end() {
    session.ifPresent(ClientSession::close);
    session = Optional.empty();
  }

  /**
   * Goes through a session's life with a relay that says nothing, so that in a scenario no time is
   * lost with loading classes.
   */
  private void rehearse() throws IOException {
    UserId me = UserId.of(1);
    UserId other = UserId.of(2);
    StringBuilder replies = new StringBuilder();
    try (DatagramSocket relay = new DatagramSocket(Loopback.anyPort())) {
      for (Platform platform : Platform.values()) {
        Control.Join how =
            new Control.Join(
                0,
                me,
                platform,
                Mode.COMMUNICATION,
                Profiles.AGORA_2019_05.id(),
                relay.getLocalPort());
        join(
            Control.Join.read(how.line()).orElseThrow(),
            callback -> replies.append(Control.line(callback)));
        ClientSession rehearsed = session.orElseThrow();
        Packet tick = new Packet(Packet.Kind.TICK, 0, ImmutableList.of(other));
        Packet left = new Packet(Packet.Kind.LEFT, 0, ImmutableList.of(other));
        rehearsed.take(Packet.decode(tick.encode()).orElseThrow());
        rehearsed.take(Packet.decode(left.encode()).orElseThrow());
        leave();
        end();
      }
    }
  }
}
