package org.rejoin.tck.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file of hand-written scenarios: a list with at least one item. */
final class ExampleFile {

  /** Makes a value of an item of the list. */
  @FunctionalInterface
  interface ItemReader<T> {
    /** Reads the item at a path; throws {@link InvalidScenarioException} naming a wrong field. */
    T read(JsonNode item, String path);
  }

  private ExampleFile() {}

  /**
   * Reads a file that lies beside this class.
   *
   * @param name its path from here, such as {@code rules/NET-10.yaml}
   * @param owner whose file it is, for messages, such as {@code rule NET-10}
   * @throws IllegalStateException if there is none, or it has no scenario
   * @throws ScenarioFileException if it is wrong
   */
  static <T> ImmutableList<T> read(String name, String owner, ItemReader<T> items) {
    return parse(text(name, owner), name, owner, items);
  }

  /** The same of its text. */
  static <T> ImmutableList<T> parse(
      String text, String name, String owner, ItemReader<T> itemReader) {
    LocatedTree file = ScenarioFiles.parse(text, name);
    if (!file.root().isArray()) {
      throw new ScenarioFileException(name + ":1: must be a list of scenarios");
    }
    ImmutableList.Builder<T> items = ImmutableList.builder();
    int index = 0;
    for (JsonNode item : file.root()) {
      try {
        items.add(itemReader.read(item, "[" + index + "]"));
      } catch (InvalidScenarioException e) {
        throw new ScenarioFileException(
            name + ":" + file.lineOf(e.field()) + ": " + e.getMessage());
      }
      index++;
    }
    if (index == 0) {
      throw new IllegalStateException(owner + " has no scenario in " + name);
    }
    return items.build();
  }

  private static String text(String name, String owner) {
    try {
      return Resources.toString(
          Resources.getResource(ExampleFile.class, name), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(owner + " has no file " + name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
