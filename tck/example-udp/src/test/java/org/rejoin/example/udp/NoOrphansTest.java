package org.rejoin.example.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The clients' processes end with the port, however that ends. */
class NoOrphansTest {
  @Test
  void aKilledPortLeavesNoClientBehind() throws Exception {
    Process port = start();
    try (BufferedReader answers = port.inputReader(StandardCharsets.UTF_8)) {
      run(port, 0);
      assertEquals(
          "{\"type\":\"trace\",\"id\":1,\"callbacks\":[]}", String.valueOf(answers.readLine()));
      List<ProcessHandle> clients = port.descendants().toList();
      assertFalse(clients.isEmpty());
      run(port, 30_000_000);
      port.destroyForcibly();
      assertEnds(clients);
    } finally {
      port.destroyForcibly();
    }
  }

  @Test
  void aPortWhoseInputEndsAnswersWhatItHasReadAndEndsWithItsClients() throws Exception {
    Process port = start();
    try (BufferedReader answers = port.inputReader(StandardCharsets.UTF_8)) {
      run(port, 1_000);
      port.getOutputStream().close();
      assertEquals(
          "{\"type\":\"trace\",\"id\":1,\"callbacks\":[]}", String.valueOf(answers.readLine()));
      List<ProcessHandle> clients = port.descendants().toList();
      assertTrue(port.waitFor(30, TimeUnit.SECONDS), "the port lives on");
      assertEquals(0, port.exitValue());
      assertEnds(clients);
    } finally {
      port.destroyForcibly();
    }
  }

  private static void assertEnds(List<ProcessHandle> clients) throws Exception {
    for (ProcessHandle client : clients) {
      client.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  private static Process start() throws Exception {
    return new ProcessBuilder(PortProgram.command().command())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** One user who joins, and nothing else. */
  private static void run(Process port, long untilMillis) throws Exception {
    String order =
        "{'type':'run','id':1,'profile':'agora-2019-05','scenario':{"
            + "'participants':[{'uid':1,'platform':'android'}],"
            + "'steps':[{'at':0,'do':'join','uid':1}],'until':"
            + untilMillis
            + "}}\n";
    OutputStream orders = port.getOutputStream();
    orders.write(order.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    orders.flush();
  }
}
