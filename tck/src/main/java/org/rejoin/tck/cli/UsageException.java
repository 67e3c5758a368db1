package org.rejoin.tck.cli;

/** The user asked for something that can't be: one line says what, where and what to do. Exit 2. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
