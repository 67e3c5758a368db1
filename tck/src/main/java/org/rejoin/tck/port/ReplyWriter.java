package org.rejoin.tck.port;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes a port's messages, one a line. Safe for several threads. */
final class ReplyWriter {
  private final OutputStream out;
  private final int limitBytes;
  private Optional<IOException> failure = Optional.empty();

  ReplyWriter(OutputStream out, int limitBytes) {
    this.out = out;
    this.limitBytes = limitBytes;
  }

  /** Writes a message, at once: what came before a crash or a hang is answered. */
  synchronized void write(ObjectNode message) {
    byte[] line = bytes(message);
    if (line.length > limitBytes) {
      String problem = "an answer of " + line.length + " bytes; the limit is " + limitBytes;
      line = bytes(PortMessages.error(message.path("id").asLong(), problem));
    }
    try {
      out.write(line);
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }

  /**
   * Says whether all could be written.
   *
   * @throws IOException if not
   */
  synchronized void check() throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private static byte[] bytes(ObjectNode message) {
    return message.toString().getBytes(StandardCharsets.UTF_8);
  }
}
