package org.rejoin.tck.run;

/**
 * The kit itself failed at a check; the port is not to blame.
 *
 * @param check the check's id
 * @param cause what went wrong
 */
public record Defect(String check, Throwable cause) {}
