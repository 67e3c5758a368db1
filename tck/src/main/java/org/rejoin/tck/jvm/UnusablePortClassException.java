package org.rejoin.tck.jvm;

/** A class that can't be used as a port; the message is one line that says why. */
final class UnusablePortClassException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusablePortClassException(String message) {
    super(message);
  }
}
