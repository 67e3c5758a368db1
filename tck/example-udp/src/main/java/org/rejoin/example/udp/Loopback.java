package org.rejoin.example.udp;

import com.google.common.net.InetAddresses;
import java.net.InetSocketAddress;

/** The only network that is used: nobody outside this machine is reached, or can reach us. */
final class Loopback {
  private Loopback() {}

  /** A port of it. */
  static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddresses.forString("127.0.0.1"), port);
  }

  /** One that nobody uses. */
  static InetSocketAddress anyPort() {
    return at(0);
  }
}
