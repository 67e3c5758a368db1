package org.rejoin.tck.port;

/** There is no port to talk to: it does not start, or says no hello or a wrong one. */
public final class PortUnusableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says in one line what was expected, what came, and what to do. */
  public PortUnusableException(String message) {
    super(message);
  }
}
