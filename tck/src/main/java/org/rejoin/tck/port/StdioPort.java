package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
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
  private final PortCommand command;
  private final PortLimits limits;
  private final String kit;
  private final StrayOutput stray = new StrayOutput();
  private final List<String> warnings = new ArrayList<>();

  private Conversation conversation;
  private int restarts;
  private long nextId = 1;

  private StdioPort(PortCommand command, PortLimits limits, String kit) {
    this.command = command;
    this.limits = limits;
    this.kit = kit;
    this.conversation = Conversation.begin(command, limits, kit, stray);
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
    return new StdioPort(command, limits, kit);
  }

  @Override
  public Hello hello() {
    return conversation.hello();
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
    Batch batch = new Batch(scenarios, profile, sink, nextId);
    while (!batch.isDone()) {
      if (!conversation.isOpen() && !reopen()) {
        batch.giveUp(
            "the port ended or hung " + (restarts + 1) + " times; it is not started again");
        break;
      }
      conversation.converse(batch, limits);
    }
    nextId = batch.nextId();
  }

  @Override
  public ImmutableList<String> warnings() {
    return ImmutableList.<String>builder().addAll(stray.warnings()).addAll(warnings).build();
  }

  /** Closes its input, and kills it if it does not end by itself. */
  @Override
  public void close() {
    if (conversation.isOpen()) {
      conversation.finish(limits).ifPresent(warnings::add);
    }
  }

  private boolean reopen() {
    if (restarts == limits.maxRestarts()) {
      return false;
    }
    restarts++;
    try {
      conversation = Conversation.begin(command, limits, kit, stray);
      return true;
    } catch (PortUnusableException e) {
      warnings.add("the port could not be started again: " + e.getMessage());
      restarts = limits.maxRestarts();
      return false;
    }
  }
}
