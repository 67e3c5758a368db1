package org.rejoin.tck.init;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;

/** A language that there is a port skeleton for. */
public enum Language {
  /** Plain Java, compiled when it starts. */
  JAVA(
      "java",
      "Java",
      "a JDK 17 or newer",
      ImmutableMap.of("Port.java", "the port: yours", "Json.java", "reads and writes JSON")),
  /** Python 3. */
  PYTHON("python", "Python", "Python 3.8 or newer", ImmutableMap.of("port.py", "the port: yours")),
  /** JavaScript on Node.js. */
  JAVASCRIPT(
      "javascript",
      "JavaScript",
      "Node.js 16 or newer",
      ImmutableMap.of("port.mjs", "the port: yours")),
  /** C++17, compiled when it starts. */
  CPP(
      "cpp",
      "C++",
      "a compiler of C++17 (`c++`, or what `CXX` names)",
      ImmutableMap.of("port.cpp", "the port: yours", "json.hpp", "reads and writes JSON"));

  private static final ImmutableMap<String, Language> BY_ID =
      Maps.uniqueIndex(Arrays.asList(values()), Language::id);

  private final String id;
  private final String title;
  private final String needs;
  private final ImmutableMap<String, String> sources;

  Language(String id, String title, String needs, ImmutableMap<String, String> sources) {
    this.id = id;
    this.title = title;
    this.needs = needs;
    this.sources = sources;
  }

  /** The word for it on the command line. */
  public String id() {
    return id;
  }

  /** How it is written. */
  String title() {
    return title;
  }

  /** What must be there to run its skeleton. */
  String needs() {
    return needs;
  }

  /** Its source files, each with what it is; the port comes first. */
  ImmutableMap<String, String> sources() {
    return sources;
  }

  /** The language with this id, or empty if there is none. */
  public static Optional<Language> ofId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
