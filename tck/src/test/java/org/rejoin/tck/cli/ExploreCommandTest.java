package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rejoin.tck.explorer.ExplorerPage;

/** The command {@code explore}: what it writes, serves and says. */
class ExploreCommandTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void thePageIsWrittenToAFolderThatNeedNotBeThere() throws IOException {
    Path file = folder.resolve("new").resolve("index.html");
    assertEquals(0, run("explore", folder.resolve("new").toString()));
    assertEquals("written: " + file + "\n", text(out));
    assertEquals(ExplorerPage.html(), Files.readString(file));
    assertEquals(0, run("explore", folder.resolve("new").toString()), "and again");
  }

  @Test
  void aFolderThatCantBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals(2, run("explore", file.toString()));
    assertEquals(
        "rejoin: explore: can't write to " + file + ": it is a file; name a folder\n", text(err));
  }

  @Test
  void itIsServedOnLoopbackAloneUntilInterrupted() throws Exception {
    AtomicInteger exit = new AtomicInteger(-1);
    PipedOutputStream said = new PipedOutputStream();
    try (BufferedReader heard =
        new BufferedReader(
            new InputStreamReader(new PipedInputStream(said), StandardCharsets.UTF_8))) {
      PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
      Thread serving = new Thread(() -> exit.set(Main.run(to, to, "explore", "--serve")));
      serving.start();
      String line = Objects.requireNonNull(heard.readLine());
      assertTrue(
          line.matches("serving: http://127\\.0\\.0\\.1:\\d+/   \\(Ctrl-C ends it\\)"), line);
      URI address = URI.create(Splitter.on(' ').splitToList(line).get(1));
      assertTrue(InetAddress.getByName(address.getHost()).isLoopbackAddress());
      HttpResponse<String> page = ask("GET", address);
      assertEquals(200, page.statusCode());
      assertEquals(
          "text/html; charset=utf-8", page.headers().firstValue("content-type").orElse(""));
      assertEquals(ExplorerPage.html(), page.body());
      assertEquals(200, ask("HEAD", address).statusCode());
      assertEquals(404, ask("GET", address.resolve("/other")).statusCode());
      assertEquals(405, ask("POST", address).statusCode());
      serving.interrupt();
      serving.join();
    }
    assertEquals(130, exit.get());
  }

  private static HttpResponse<String> ask(String method, URI address) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody()).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private int run(String... args) {
    return Main.run(print(out), print(err), args);
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8);
  }
}
