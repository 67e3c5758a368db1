package org.rejoin.tck.explorer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Serves the explorer's page to this machine alone, until it is closed. */
public final class ExplorerServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;

  private final HttpServer server;
  private final byte[] page;

  private ExplorerServer(HttpServer server, byte[] page) {
    this.server = server;
    this.page = page;
  }

  /**
   * A server on a free port of the loopback address.
   *
   * @throws IOException if there is none
   */
  public static ExplorerServer start() throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ExplorerServer it =
        new ExplorerServer(
            HttpServer.create(loopback, 0), ExplorerPage.html().getBytes(StandardCharsets.UTF_8));
    it.server.createContext("/", it::answer);
    it.server.start();
    return it;
  }

  /** What to open in a browser. */
  public String address() {
    InetSocketAddress bound = server.getAddress();
    return "http://" + bound.getAddress().getHostAddress() + ":" + bound.getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(NOT_ALLOWED, -1);
      } else if (!exchange.getRequestURI().getPath().equals("/")) {
        exchange.sendResponseHeaders(NOT_FOUND, -1);
      } else {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean whole = method.equals("GET");
        exchange.sendResponseHeaders(OK, whole ? page.length : -1);
        if (whole) {
          exchange.getResponseBody().write(page);
        }
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
