package org.rejoin.tck.jvm;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Scenario;

/** Port classes as users write them; each does what a kit must survive. */
public final class Ports {
  private Ports() {}

  /** Conforms, and says too much: prints in every place, and reads what is not its own. */
  public static class Talkative implements Port {
    private final Port reference = new ReferencePort();

    static {
      System.out.println("loading");
    }

    /** Prints. */
    public Talkative() {
      System.out.println("making");
    }

    @Override
    public Hello hello() {
      System.out.print("{\"no\":\"message\"}");
      return reference.hello();
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      try {
        return System.in.read() == -1
            ? reference.run(scenario, profile)
            : new Answer.Failed("read what the kit said");
      } catch (java.io.IOException e) {
        return new Answer.Failed("no standard input");
      }
    }
  }

  /** Leaves a thread behind. */
  public static final class Lingering extends Talkative {
    /** Starts it. */
    public Lingering() {
      Thread thread = new Thread(Lingering::sleep, "left behind");
      thread.setDaemon(false);
      thread.start();
    }

    private static void sleep() {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        sleep();
      }
    }
  }

  /** Ends the JVM. */
  public static final class Exiting extends Talkative {
    @Override
    public Answer run(Scenario scenario, Profile profile) {
      System.exit(7);
      throw new AssertionError("not reached");
    }
  }

  /** Never answers. */
  public static final class Hanging extends Talkative {
    @Override
    public Answer run(Scenario scenario, Profile profile) {
      while (true) {
        Thread.onSpinWait();
      }
    }
  }

  /** Uses up all memory, and hides it. */
  public static final class Greedy extends Talkative {
    @Override
    public Answer run(Scenario scenario, Profile profile) {
      try {
        byte[] all = new byte[1 << 30];
        return new Answer.Failed("got " + all.length);
      } catch (OutOfMemoryError e) {
        return new Answer.Failed("got nothing");
      }
    }
  }

  /** Not a port. */
  public static final class NoPort {}

  /** Can't be made. */
  public static final class Closed extends Talkative {
    private Closed() {}
  }

  /** Needs something. */
  public static final class Needy extends Talkative {
    /** Takes something. */
    public Needy(ImmutableList<String> something) {
      System.out.println(something);
    }
  }

  /** Not public. */
  static final class Hidden extends Talkative {}

  /** Fails to be made. */
  public static final class Failing extends Talkative {
    /** Throws. */
    public Failing() {
      throw new IllegalStateException("no licence\nfile");
    }
  }

  /** Fails to be loaded. */
  public static final class Unloadable extends Talkative {
    static final int LENGTH = Integer.parseInt("none");
  }

  /** Says nothing of itself. */
  public static final class Mute extends Talkative {
    @Override
    public Hello hello() {
      throw new UnsupportedOperationException("hello");
    }
  }
}
