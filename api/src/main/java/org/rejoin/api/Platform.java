package org.rejoin.api;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;

/** One of the six platforms that the text names, with its family. */
public enum Platform {
  ANDROID("android", Family.AWL),
  WINDOWS("windows", Family.AWL),
  LINUX("linux", Family.AWL),
  IOS("ios", Family.APPLE),
  MACOS("macos", Family.APPLE),
  WEB("web", Family.WEB);

  private static final ImmutableMap<String, Platform> BY_ID =
      Maps.uniqueIndex(Arrays.asList(values()), Platform::id);

  private final String id;
  private final Family family;

  Platform(String id, Family family) {
    this.id = id;
    this.family = family;
  }

  /** The platform's word in scenarios, messages and flags, such as {@code android}. */
  public String id() {
    return id;
  }

  /** The family that decides names and behaviour. */
  public Family family() {
    return family;
  }

  /** The platform with this id, or empty if there is none. */
  public static Optional<Platform> ofId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
