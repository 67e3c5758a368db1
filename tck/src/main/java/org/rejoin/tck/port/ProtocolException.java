package org.rejoin.tck.port;

/** A message is not what the protocol says: which field, and what was expected. */
final class ProtocolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProtocolException(String message) {
    super(message);
  }
}
