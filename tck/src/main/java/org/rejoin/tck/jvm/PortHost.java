package org.rejoin.tck.jvm;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.port.PortServer;

/**
 * The program of a JVM that serves one port class on its standard input and output. Whatever the
 * port prints goes to standard error, and it reads nothing.
 */
public final class PortHost {
  private static final int UNUSABLE = 1;

  private PortHost() {}

  /**
   * Serves the class that is named, and ends the JVM.
   *
   * @param args the name of the class
   */
  public static void main(String[] args) {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    // Before the class is loaded: it may print from its first line on.
    System.setErr(err);
    System.setOut(err);
    System.setIn(InputStream.nullInputStream());
    // Threads that the port leaves behind don't keep the JVM alive.
    System.exit(serve(args, in, out, err));
  }

  private static int serve(String[] args, InputStream in, OutputStream out, PrintStream err) {
    if (args.length != 1) {
      return unusable(err, "one argument is needed, the class of the port");
    }
    try (Port port = PortClass.newPort(args[0])) {
      new PortServer(port).serve(in, out);
      return 0;
    } catch (UnusablePortClassException e) {
      return unusable(err, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return unusable(err, "the kit is gone: " + e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      return unusable(err, "the port threw " + PortClass.thrown(e));
    }
  }

  private static int unusable(PrintStream err, String message) {
    err.println("rejoin: " + message);
    return UNUSABLE;
  }
}
