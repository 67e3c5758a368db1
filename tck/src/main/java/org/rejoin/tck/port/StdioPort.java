package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Scenario;

/**
 * A port in any language: a program that speaks port protocol 1 on its standard input and output.
 *
 * <p>Whatever the program does, every scenario gets an answer in bounded time and memory: it is
 * started anew after a hang or a crash, until that has happened too often.
 */
public final class StdioPort implements Port {
  private static final String STOPPED = "the run was stopped";

  private final PortCommand command;
  private final PortLimits limits;
  private final String kit;
  private final Transcript transcript;
  private final Launcher launcher;
  private final StrayOutput stray = new StrayOutput();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Hello hello;
  private final Pace pace;

  private Conversation conversation;
  private int restarts;
  private long nextId = 1;

  private StdioPort(PortCommand command, PortLimits limits, String kit, Transcript transcript) {
    this.command = command;
    this.limits = limits;
    this.kit = kit;
    this.transcript = transcript;
    this.launcher = new Launcher(command, limits, transcript);
    this.conversation = Conversation.begin(launcher, limits, kit, stray);
    this.hello = conversation.hello();
    this.pace = Pace.of(hello, limits);
  }

  /**
   * Starts the program and hears its hello.
   *
   * @param command how to start it
   * @param limits how much patience to have
   * @param kit what the kit calls itself, with its version
   * @throws PortUnusableException if it does not start, or says no hello or a wrong one
   */
  public static StdioPort start(PortCommand command, PortLimits limits, String kit) {
    return start(command, limits, kit, Transcript.none());
  }

  /**
   * Starts the program and hears its hello, and writes down all that is said.
   *
   * @param command how to start it
   * @param limits how much patience to have
   * @param kit what the kit calls itself, with its version
   * @param transcript where every line goes; it is not closed
   * @throws PortUnusableException if it does not start, or says no hello or a wrong one
   */
  public static StdioPort start(
      PortCommand command, PortLimits limits, String kit, Transcript transcript) {
    return new StdioPort(command, limits, kit, transcript);
  }

  /** How the program is started. */
  public PortCommand command() {
    return command;
  }

  /** What the program said of itself when it was started first. */
  @Override
  public Hello hello() {
    return hello;
  }

  @Override
  public Answer run(Scenario scenario, Profile profile) {
    List<Answer> only = new ArrayList<>();
    runAll(ImmutableList.of(scenario), profile, (answer, index) -> only.add(answer));
    return only.get(0);
  }

  /** Writes ahead of the answers, which may come in any order. */
  @Override
  public void runAll(
      ImmutableList<Scenario> scenarios, Profile profile, ObjIntConsumer<Answer> sink) {
    Batch batch = new Batch(scenarios, profile, sink, pace, nextId);
    try {
      while (!batch.isDone()) {
        Optional<String> hindrance = conversation.isOpen() ? Optional.empty() : reopen();
        if (hindrance.isPresent()) {
          batch.giveUp(hindrance.get());
        } else {
          conversation.converse(batch, limits);
        }
      }
    } catch (InterruptedException e) {
      batch.giveUp(STOPPED);
      Thread.currentThread().interrupt();
    } finally {
      nextId = batch.nextId();
    }
  }

  @Override
  public ImmutableList<String> warnings() {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    all.addAll(stray.warnings()).addAll(warnings);
    transcript.problem().ifPresent(all::add);
    return all.build();
  }

  /** Closes its input, and kills it if it does not end by itself. */
  @Override
  public void close() {
    if (conversation.isOpen()) {
      conversation.finish(limits).filter(unused -> !launcher.isStopped()).ifPresent(warnings::add);
    }
    launcher.stop();
  }

  /**
   * Kills the program and all that it started, for good: what is not answered yet is not run. Safe
   * from any thread, a shutdown hook too.
   */
  public void kill() {
    launcher.stop();
  }

  /** Starts the program anew. Returns why that can't be, if so. */
  private Optional<String> reopen() {
    if (launcher.isStopped()) {
      return Optional.of(STOPPED);
    }
    if (restarts == limits.maxRestarts()) {
      return Optional.of(
          "the port was restarted as often as it may be ("
              + restarts
              + "); mend what made that necessary, or raise --max-restarts");
    }
    restarts++;
    try {
      conversation = Conversation.begin(launcher, limits, kit, stray);
    } catch (PortUnusableException e) {
      restarts = limits.maxRestarts();
      warnings.add("the port could not be started again: " + e.getMessage());
      return Optional.of("the port could not be started again");
    }
    if (!conversation.hello().equals(hello)) {
      warnings.add("the port said another hello when it was started again; the first one counts");
    }
    return Optional.empty();
  }
}
