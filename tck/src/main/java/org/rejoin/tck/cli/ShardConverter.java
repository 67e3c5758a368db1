package org.rejoin.tck.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rejoin.tck.run.Shard;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads shards such as {@code 1/4}. */
final class ShardConverter implements ITypeConverter<Shard> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  @Override
  public Shard convert(String text) {
    Matcher form = FORM.matcher(text);
    try {
      if (form.matches()) {
        return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
      }
    } catch (IllegalArgumentException outOfRange) {
      // Told below, with the form that is expected.
    }
    throw new TypeConversionException("'" + text + "' is no shard; write 1/4 to 4/4");
  }
}
