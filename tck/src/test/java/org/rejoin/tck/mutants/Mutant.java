package org.rejoin.tck.mutants;

/**
 * One change that mutation testing makes to our code, as far as a person can tell it from others.
 *
 * @param place the class and method in which it is made, such as {@code Client.packet}; what a
 *     lambda does is its method's doing
 * @param change what is changed there, such as {@code negated conditional}
 */
record Mutant(String place, String change) {

  /** The same, as PIT reports it: with packages, and with lambdas by number. */
  static Mutant reported(String className, String method, String change) {
    String plainClass = className.substring(className.lastIndexOf('.') + 1);
    String plainMethod = method.replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1");
    return new Mutant(plainClass + "." + plainMethod, change.replaceAll("\\b([a-z]+/)+", ""));
  }

  /** Such as {@code Client.packet: negated conditional}. */
  @Override
  public String toString() {
    return place + ": " + change;
  }
}
