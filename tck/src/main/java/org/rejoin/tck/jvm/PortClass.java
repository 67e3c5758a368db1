package org.rejoin.tck.jvm;

import com.google.common.base.Splitter;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.List;
import org.rejoin.tck.port.Port;

/** Finds a port's class by its name and makes the port. */
final class PortClass {
  private PortClass() {}

  /**
   * Makes the port.
   *
   * @throws UnusablePortClassException if that is not possible
   */
  static Port newPort(String className) {
    Class<?> type = find(className);
    if (!Port.class.isAssignableFrom(type)) {
      throw new UnusablePortClassException(
          type.getName() + " is no port: let it implement " + Port.class.getName());
    }
    if (Modifier.isAbstract(type.getModifiers()) || !Modifier.isPublic(type.getModifiers())) {
      throw new UnusablePortClassException(
          type.getName() + " must be public and not abstract, so that the kit can make one");
    }
    try {
      Constructor<?> constructor = type.getConstructor();
      return (Port) constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new UnusablePortClassException(
          type.getName() + " has no public constructor without parameters; add one");
    } catch (InvocationTargetException e) {
      throw new UnusablePortClassException(
          "the constructor of " + type.getName() + " threw " + thrown(e.getTargetException()));
    } catch (LinkageError | ReflectiveOperationException e) {
      throw new UnusablePortClassException("can't make a " + type.getName() + ": " + thrown(e));
    }
  }

  private static Class<?> find(String className) {
    try {
      return Class.forName(className);
    } catch (ClassNotFoundException e) {
      throw new UnusablePortClassException("no class " + className + " on the class path" + gaps());
    } catch (LinkageError e) {
      throw new UnusablePortClassException(
          "can't load "
              + className
              + ": "
              + thrown(e)
              + "; is all that it needs on the class path?");
    }
  }

  /** Entries that are not there are mostly why a class is not found. */
  private static String gaps() {
    List<String> gaps =
        Splitter.on(File.pathSeparatorChar)
            .splitToStream(System.getProperty("java.class.path"))
            .filter(entry -> !entry.endsWith("*") && !new File(entry).exists())
            .toList();
    return gaps.isEmpty()
        ? "; a nested class is written Outer$Name"
        : "; it names what does not exist: " + String.join(", ", gaps);
  }

  /** What was thrown and where, in one line. */
  static String thrown(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String text = trace.length == 0 ? thrown.toString() : thrown + " at " + trace[0];
    return text.replaceAll("\\s+", " ");
  }
}
