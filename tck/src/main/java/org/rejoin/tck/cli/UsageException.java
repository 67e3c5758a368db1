package org.rejoin.tck.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user asked for something that can't be: one line says what, where and what to do. Exit 2. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  /** What was named can't be written to; the libraries' own messages are often the name alone. */
  static UsageException unwritable(String where, Path to, IOException e) {
    String why = "no permission, or its folder is not there";
    if (e instanceof FileAlreadyExistsException) {
      why = "it is a file; name a folder";
    } else if (Files.isDirectory(to)) {
      why = "it is a folder that can't be used so";
    }
    return new UsageException(where + ": can't write to " + to + ": " + why);
  }
}
