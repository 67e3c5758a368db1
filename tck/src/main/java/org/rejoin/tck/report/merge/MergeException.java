package org.rejoin.tck.report.merge;

/** Reports that can't be merged; the message names the file, what is wrong and what to do. */
public final class MergeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With one line to be shown. */
  public MergeException(String message) {
    super(message);
  }
}
