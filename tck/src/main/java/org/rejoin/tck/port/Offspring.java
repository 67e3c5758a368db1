package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A port's process and all that it started, so that none of it outlives the kit's interest.
 *
 * <p>On Linux they are known by the session that the kit gave them and by a mark in their
 * environment, which finds those too that gave themselves another session and parent; only one that
 * also cleared its environment is missed. Elsewhere by parentage alone, which misses a child whose
 * parent has ended.
 */
final class Offspring {
  /** The environment variable that marks them. */
  static final String MARK = "REJOIN_PORT";

  private static final Path PROC = Path.of("/proc");

  /** A program that forks faster than it is killed is not followed for ever. */
  private static final int ROUNDS = 100;

  private final Process process;
  private final boolean ownSession;
  private final String mark;
  private boolean killed;

  /**
   * What a process starts.
   *
   * @param process the port's own
   * @param ownSession whether it leads a session
   * @param mark the value of {@link #MARK} in its environment, which no other process has
   */
  Offspring(Process process, boolean ownSession, String mark) {
    this.process = process;
    this.ownSession = ownSession;
    this.mark = MARK + "=" + mark;
  }

  /**
   * Kills all, once: later the system may have given the session's number to somebody else. Safe
   * from any thread; when it returns they have been killed, by whomever.
   */
  synchronized void kill() {
    if (killed) {
      return;
    }
    killed = true;
    Set<ProcessHandle> done = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Set<ProcessHandle> found = living();
      found.removeAll(done);
      if (found.isEmpty()) {
        return;
      }
      found.forEach(ProcessHandle::destroyForcibly);
      done.addAll(found);
    }
  }

  /** Those that live, itself excepted. */
  ImmutableList<ProcessHandle> others() {
    return living().stream()
        .filter(one -> one.pid() != process.pid())
        .collect(ImmutableList.toImmutableList());
  }

  private Set<ProcessHandle> living() {
    Stream<ProcessHandle> byParentage =
        Stream.concat(Stream.of(process.toHandle()), process.descendants());
    Stream<ProcessHandle> byMark =
        Files.isDirectory(PROC)
            ? ProcessHandle.allProcesses().filter(this::isMarked)
            : Stream.empty();
    return Stream.concat(byParentage, byMark)
        .filter(ProcessHandle::isAlive)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private boolean isMarked(ProcessHandle other) {
    Path folder = PROC.resolve(String.valueOf(other.pid()));
    try {
      return (ownSession && session(folder) == process.pid()) || hasMark(folder);
    } catch (IOException | RuntimeException goneOrForeign) {
      return false;
    }
  }

  /** The sixth field; the second, the program's name in brackets, may hold blanks and brackets. */
  private static long session(Path folder) throws IOException {
    String stat = new String(Files.readAllBytes(folder.resolve("stat")), StandardCharsets.UTF_8);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 6);
    return fields[0].equals("Z") ? 0 : Long.parseLong(fields[3]);
  }

  private boolean hasMark(Path folder) throws IOException {
    byte[] environment = Files.readAllBytes(folder.resolve("environ"));
    return new String(environment, StandardCharsets.ISO_8859_1).contains(mark);
  }
}
