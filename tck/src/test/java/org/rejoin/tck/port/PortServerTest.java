package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** A port of the JVM answers on its streams whatever it is sent and whatever goes wrong in it. */
class PortServerTest {
  private static final ImmutableHello HELLO =
      ImmutableHello.builder()
          .name("x")
          .version("1")
          .addPlatforms(Platform.WEB)
          .view(Hello.View.CHANNEL)
          .clock(Hello.Clock.VIRTUAL)
          .build();
  private static final Trace EMPTY = new Trace(ImmutableList.of(), ImmutableList.of());

  /** A port of one function. */
  private record Simple(Hello hello, Function<Scenario, Answer> deed) implements Port {
    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return deed.apply(scenario);
    }
  }

  @Test
  void aHelloHasAllThatIsSet() {
    assertEquals(
        "{'type':'hello','protocol':1,'name':'x','version':'1','platforms':['web'],"
            + "'view':'channel','clock':'virtual','features':[]}",
        answers("{'type':'hello','protocol':1,'kit':'k'}", scenario -> new Answer.Ran(EMPTY)));
    Hello full =
        HELLO
            .withClock(Hello.Clock.REAL)
            .withView(Hello.View.CLIENT)
            .withFeatures(Feature.KILL)
            .withConcurrency(2)
            .withTimeScale(0.5)
            .withProfile("p")
            .withUnsupported(
                new Hello.Gap("leave", "no", Optional.of("X-1")),
                new Hello.Gap("sound", "no", Optional.empty()));
    String said = answers("{'type':'hello'}", new Simple(full, scenario -> new Answer.Ran(EMPTY)));
    assertEquals(
        "{'type':'hello','protocol':1,'name':'x','version':'1','platforms':['web'],"
            + "'view':'client','clock':'real','features':['kill'],'concurrency':2,"
            + "'timeScale':0.5,'profile':'p','unsupported':["
            + "{'feature':'leave','reason':'no','issue':'X-1'},{'feature':'sound','reason':'no'}]}",
        said);
    assertEquals(full, HelloReader.read(Messages.parse(said.replace('\'', '"'))));
  }

  @Test
  void everyKindOfAnswerHasItsMessage() {
    assertEquals(
        "{'type':'trace','id':1,'callbacks':[]}", answers(run(), s -> new Answer.Ran(EMPTY)));
    assertEquals(
        "{'type':'unsupported','id':1,'reason':'no'}",
        answers(run(), s -> new Answer.Unsupported("no")));
    assertEquals(
        "{'type':'error','id':1,'message':'oh'}", answers(run(), s -> new Answer.Failed("oh")));
    assertEquals(
        "{'type':'error','id':1,'message':'the port answered NotRun[reason=x]'}",
        answers(run(), s -> new Answer.NotRun("x")));
  }

  @Test
  void whatItThrowsIsAnError() {
    IllegalStateException thrown = new IllegalStateException("boom");
    thrown.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("acme.Sdk", "run", "Sdk.java", 7)});
    assertEquals(
        "{'type':'error','id':1,'message':'the port threw java.lang.IllegalStateException: boom at"
            + " acme.Sdk.run(Sdk.java:7)'}",
        answers(run(), s -> failing(thrown)));
    StackOverflowError overflow = new StackOverflowError();
    overflow.setStackTrace(new StackTraceElement[0]);
    assertEquals(
        "{'type':'error','id':1,'message':'the port threw java.lang.StackOverflowError'}",
        answers(run(), s -> failing(overflow)));
  }

  @Test
  void aScenarioOrProfileThatIsWrongIsAnErrorThatNamesIt() {
    assertEquals(
        "{'type':'error','id':1,'message':'`profile` must be the id of a profile that this port"
            + " knows, was 'mars''}",
        answers(run().replace("agora-2019-05", "mars"), s -> new Answer.Ran(EMPTY)));
    assertEquals(
        "{'type':'error','id':1,'message':'`scenario` is missing'}",
        answers(run().replace("scenario", "scenery"), s -> new Answer.Ran(EMPTY)));
    assertEquals(
        "{'type':'error','id':1,'message':'scenario.until: is missing'}",
        answers(run().replace("until", "till"), s -> new Answer.Ran(EMPTY)));
  }

  @Test
  void anAnswerBeyondTheLimitIsAnError() {
    TracedCallback callback =
        new TracedCallback(
            1,
            UserId.of(1),
            new Callback("x".repeat(5_000_000), Optional.empty(), Optional.empty()));
    assertEquals(
        "{'type':'error','id':1,'message':'an answer of 5000064 bytes; the limit is 4194304'}",
        answers(
            run(), s -> new Answer.Ran(new Trace(ImmutableList.of(callback), ImmutableList.of()))));
  }

  @Test
  void linesThatCannotBeAnsweredAreToldInTheLogAndTheNextIsAnswered() {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    String lines =
        "hello\n[]\n\n{'type':'run'}\n{'type':'stop'}\n" + "x".repeat(5_000_000) + "\n" + run();
    assertEquals(
        "{'type':'trace','id':1,'callbacks':[]}",
        answers(lines, new Simple(HELLO, s -> new Answer.Ran(EMPTY)), log));
    assertEquals(
        """
        not JSON at character 1, near `hello`
        the message must be an object, was []
        an empty line
        `id` is missing
        `type` must be 'hello' or 'run', was 'stop'
        a line of 5000000 bytes; the limit is 4194304
        """,
        log.toString(StandardCharsets.UTF_8)
            .replace('"', '\'')
            .replace("the port was sent what it can't answer: ", ""));
  }

  @Test
  void asManyAreRunAtOnceAsTheHelloSays() {
    CyclicBarrier both = new CyclicBarrier(2);
    Port port =
        new Simple(
            HELLO.withConcurrency(2),
            scenario -> {
              try {
                both.await();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
              return new Answer.Ran(EMPTY);
            });
    String said = answers(run() + "\n" + run().replace("'id':1", "'id':2"), port);
    assertEquals(
        "{'type':'trace','id':1,'callbacks':[]}\n{'type':'trace','id':2,'callbacks':[]}",
        said.lines().sorted().collect(Collectors.joining("\n")));
  }

  @Test
  void anOutputThatBreaksEndsIt() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("broken pipe");
          }
        };
    PortServer server = new PortServer(new Simple(HELLO, s -> new Answer.Ran(EMPTY)));
    IOException thrown = assertThrows(IOException.class, () -> server.serve(in(run()), broken));
    assertEquals("broken pipe", thrown.getMessage());
  }

  private static Answer failing(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  private static String run() {
    return "{'type':'run','id':1,'profile':'agora-2019-05','scenario':{'participants':"
        + "[{'uid':1,'platform':'web'}],'steps':[],'until':1}}";
  }

  private static String answers(String lines, Function<Scenario, Answer> deed) {
    return answers(lines, new Simple(HELLO, deed));
  }

  private static String answers(String lines, Port port) {
    return answers(lines, port, new ByteArrayOutputStream());
  }

  private static String answers(String lines, Port port, ByteArrayOutputStream log) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new PortServer(port, new PrintStream(log, true, StandardCharsets.UTF_8))
          .serve(in(lines), out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toString(StandardCharsets.UTF_8)
        .strip()
        .replaceAll("\\\\?\"", Matcher.quoteReplacement("'"));
  }

  private static ByteArrayInputStream in(String lines) {
    return new ByteArrayInputStream(lines.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
