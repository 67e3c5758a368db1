package org.rejoin.tck.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rejoin.tck.oracle.Tolerance;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads tolerances: one duration for both ways, or {@code early=} and {@code late=} with their own.
 */
final class ToleranceConverter implements ITypeConverter<Tolerance> {
  private static final Pattern APART = Pattern.compile("early=([^,]*),late=([^,]*)");

  private final DurationConverter durations = new DurationConverter();

  @Override
  public Tolerance convert(String text) {
    Matcher apart = APART.matcher(text);
    try {
      return apart.matches()
          ? new Tolerance(millis(apart.group(1)), millis(apart.group(2)))
          : Tolerance.of(millis(text));
    } catch (TypeConversionException e) {
      throw new TypeConversionException(
          "'" + text + "' is no tolerance; write 250ms, or early=250ms,late=1s");
    }
  }

  private long millis(String text) {
    return durations.convert(text).toMillis();
  }
}
