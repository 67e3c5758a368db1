package org.rejoin.tck.port;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.ScenarioJson;

/**
 * The other side of port protocol 1: a port of the JVM on a pair of streams.
 *
 * <p>A port whose hello has a concurrency above 1 is used by so many threads at once, any other by
 * the calling thread alone. Whatever is wrong with a scenario, or goes wrong in the port, becomes
 * the answer to it.
 */
public final class PortServer {
  private static final int LINE_BYTES = ImmutablePortLimits.builder().build().lineBytes();

  private final Port port;
  private final PrintStream log;

  /** Serves a port, with the log on standard error; the port is not closed. */
  public PortServer(Port port) {
    this(port, System.err);
  }

  /**
   * Serves a port; it is not closed.
   *
   * @param port what answers
   * @param log where lines are told that can't be answered
   */
  public PortServer(Port port, PrintStream log) {
    this.port = port;
    this.log = log;
  }

  /**
   * Answers each line with one line until there are no more, and all are answered.
   *
   * @throws IOException if the output breaks
   */
  public void serve(InputStream in, OutputStream out) throws IOException {
    ReplyWriter replies = new ReplyWriter(out, LINE_BYTES);
    LineReader lines = new LineReader(in, LINE_BYTES);
    try (Workers workers = new Workers(port.hello().concurrency())) {
      for (Optional<LineReader.Line> line = lines.read(); line.isPresent(); line = lines.read()) {
        take(line.get(), replies, workers);
        replies.check();
      }
    }
    replies.check();
  }

  private void take(LineReader.Line line, ReplyWriter replies, Workers workers) {
    if (line.bytes() > LINE_BYTES) {
      tell("a line of " + line.bytes() + " bytes; the limit is " + LINE_BYTES);
      return;
    }
    try {
      Fields message = new Fields(Messages.parse(line.text()), "");
      switch (message.text("type")) {
        case "hello" -> replies.write(PortMessages.hello(port.hello()));
        case "run" -> {
          long id = message.whole("id");
          workers.run(() -> replies.write(answer(id, message)));
        }
        default -> throw message.wrong("type", "\"hello\" or \"run\"");
      }
    } catch (ProtocolException e) {
      tell(String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode answer(long id, Fields message) {
    try {
      JsonNode scenario = message.required("scenario");
      return PortMessages.answer(
          id, port.run(ScenarioJson.readMessage(scenario), profile(message)));
    } catch (InvalidScenarioException | ProtocolException e) {
      return PortMessages.error(id, String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      // Nothing that this JVM says from now on is to be trusted.
      throw e;
    } catch (Throwable e) {
      return PortMessages.error(id, Thrown.sentence(e));
    }
  }

  private static Profile profile(Fields message) {
    String id = message.text("profile");
    return Profiles.ofId(id)
        .orElseThrow(() -> message.wrong("profile", "the id of a profile that this port knows"));
  }

  private void tell(String problem) {
    log.println("the port was sent what it can't answer: " + problem);
  }
}
