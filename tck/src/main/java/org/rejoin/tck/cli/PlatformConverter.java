package org.rejoin.tck.cli;

import java.util.Arrays;
import org.rejoin.api.Platform;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads platforms by their ids. */
final class PlatformConverter implements ITypeConverter<Platform> {
  @Override
  public Platform convert(String text) {
    return Platform.ofId(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no platform '"
                        + text
                        + "'; there are "
                        + Arrays.stream(Platform.values()).map(Platform::id).toList()));
  }
}
