package org.rejoin.api;

import com.google.common.collect.ImmutableList;

/**
 * What one event is on one platform: the callback's name and its parameters, or silence.
 *
 * @param name the platform's name for the callback; empty for {@link #SILENT}
 * @param parameters the names of the parameters that the platform's callback takes, in order
 */
public record CallbackSignature(String name, ImmutableList<String> parameters) {

  /** The platform says nothing. Always written, so that a forgotten row can't pass for silence. */
  public static final CallbackSignature SILENT = new CallbackSignature("", ImmutableList.of());

  /** A callback with this name and these parameters. */
  public static CallbackSignature of(String name, String... parameters) {
    return new CallbackSignature(name, ImmutableList.copyOf(parameters));
  }

  /** Whether the callback says why a user is gone (D-41). */
  public boolean hasReason() {
    return parameters.contains("reason");
  }

  /** Whether the platform says nothing. */
  public boolean isSilent() {
    return name.isEmpty();
  }
}
