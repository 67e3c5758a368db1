package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.init.Interpreters;
import org.rejoin.tck.init.Language;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutablePortLimits;
import org.rejoin.tck.port.PortCommand;
import org.rejoin.tck.port.PortLimits;
import org.rejoin.tck.port.StdioPort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;

/** {@code rejoin init}: what it writes, what it refuses, and that a port is there at once. */
class InitCommandTest {
  private static final PortLimits PATIENT =
      ImmutablePortLimits.builder()
          .hello(Duration.ofMinutes(1))
          .answer(Duration.ofMinutes(1))
          .end(Duration.ofMinutes(1))
          .build();

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @EnumSource
  void aSkeletonTakesEveryKindOfStepAtOnce(Language language) {
    Interpreters.assumeThereIsOneFor(language);
    Path written = folder.resolve("new/port");
    assertEquals(0, run("init", language.id(), written.toString()));
    assertEquals(
        "written: %1$s\nnext: rejoin run -- %1$s/run.sh   (it fails; %1$s/README.md says how to go on)\n"
            .formatted(written),
        text(out));
    PortCommand command = PortCommand.of(written.resolve("run.sh").toString());
    StdioPort port = StdioPort.start(command, PATIENT, "kit");
    try (port) {
      assertEquals(Hello.View.CLIENT, port.hello().view());
      assertEquals(Hello.Clock.VIRTUAL, port.hello().clock());
      assertEquals(ImmutableSet.copyOf(Platform.values()), port.hello().platforms());
      assertEquals(ImmutableSet.of(Feature.LEAVE, Feature.KILL), port.hello().features());
      assertEquals(
          new Answer.Ran(new Trace(ImmutableList.of(), ImmutableList.of())),
          port.run(everyKindOfStep(), Profiles.AGORA_2019_05));
    }
    assertEquals(ImmutableList.of(), port.warnings());
  }

  private static Scenario everyKindOfStep() {
    ImmutableScenario.Builder scenario =
        ImmutableScenario.builder()
            .addParticipants(new Participant(UserId.of(1), Platform.WEB))
            .untilMillis(1_000);
    for (Action action : Action.values()) {
      Step step = Step.of(500, action, UserId.of(1));
      scenario.addSteps(action.isAboutPeer() ? step.withPeer(UserId.of(2)) : step);
    }
    return scenario.build();
  }

  @Test
  void anEmptyFolderIsTaken() {
    assertEquals(0, run("init", "python", folder.toString()));
  }

  @Test
  void aFolderInUseIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("mine"), "mine");
    assertError("rejoin: init: " + folder + " is not empty; name a new or empty folder\n", folder);
    assertError(
        "rejoin: init: " + folder + "/mine is a file; name a new or empty folder\n",
        folder.resolve("mine"));
    assertEquals("mine", Files.readString(folder.resolve("mine")));
  }

  @Test
  void anUnknownLanguageIsAnsweredWithThoseThatThereAre() {
    assertEquals(2, run("init", "cobol", folder.resolve("new").toString()));
    assertEquals(
        "rejoin: init: there is no skeleton in 'cobol'; there are java, python, javascript, cpp\n",
        text(err));
    assertEquals(2, run("init"));
  }

  private void assertError(String message, Path target) {
    err.reset();
    assertEquals(2, run("init", "python", target.toString()));
    assertEquals(message, text(err));
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
