package org.rejoin.tck.spec;

import java.util.stream.Collectors;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.property.Sample;

/** The properties as a table. */
final class PropertySection {
  private PropertySection() {}

  static String text() {
    return "| check | what holds | follows from |\n|---|---|---|\n"
        + Properties.ALL.stream().map(PropertySection::row).collect(Collectors.joining())
        + "\nA run holds each of them on "
        + Sample.SIZE
        + " scenarios that are generated for it from the run's seed, whatever `--scenarios` says.\n";
  }

  private static String row(Property property) {
    return "| `"
        + property.id()
        + "` | "
        + property.sentence()
        + " | "
        + property.rules().stream().map(Rule::id).collect(Collectors.joining(", "))
        + " |\n";
  }
}
