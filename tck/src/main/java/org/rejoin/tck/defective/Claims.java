package org.rejoin.tck.defective;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the kit claims of itself, from the files beside this class.
 *
 * @param killers the checks that are named as the killers of each defect, each with the message
 *     that it must give, where {@code *} stands for anything
 * @param reasons why a check is the only one to find no defect
 * @param blame the rules that the failures of each defect are blamed on, and no others
 */
public record Claims(
    ImmutableMap<String, ImmutableMap<String, String>> killers,
    ImmutableMap<String, Reason> reasons,
    ImmutableMap<String, Blame> blame) {

  /** Why a check that is the only one to find no defect is there all the same. */
  public enum Kind {
    /** Its steps are those of a cell that others count with; its outcome was written by hand. */
    SAME_STEPS,
    /** The same on other platforms, or with other observers. */
    OTHER_PLATFORMS,
    /** The same, and closer to the constant. */
    CLOSER,
    /** Others do all of this, and more. */
    PART_OF,
    /** It asks no oracle, and so finds again what others find with one. */
    NO_ORACLE
  }

  /**
   * Why a check is the only one to find no defect.
   *
   * @param because the kind of reason
   * @param with the checks that find, together, all that it finds
   * @param text the reason, in a sentence
   */
  public record Reason(Kind because, ImmutableList<String> with, String text) {}

  /** A reason as the file has it. */
  private record RawReason(Kind because, List<String> with, String text) {}

  /** The rules of a defect as the file has them: ids with blanks between. */
  private record RawBlame(String first, String further) {}

  /** The claims that the kit is shipped with. */
  public static Claims shipped() {
    Map<String, Map<String, String>> raw =
        read("killers.yaml", new TypeReference<LinkedHashMap<String, Map<String, String>>>() {});
    ImmutableMap.Builder<String, ImmutableMap<String, String>> killers = ImmutableMap.builder();
    raw.forEach((defect, checks) -> killers.put(defect, ImmutableMap.copyOf(checks)));
    Map<String, RawReason> rawReasons =
        read("reasons.yaml", new TypeReference<LinkedHashMap<String, RawReason>>() {});
    ImmutableMap.Builder<String, Reason> reasons = ImmutableMap.builder();
    rawReasons.forEach(
        (check, reason) ->
            reasons.put(
                check, new Reason(reason.because, ImmutableList.copyOf(reason.with), reason.text)));
    Map<String, RawBlame> rawBlame =
        read("blame.yaml", new TypeReference<LinkedHashMap<String, RawBlame>>() {});
    ImmutableMap.Builder<String, Blame> blame = ImmutableMap.builder();
    rawBlame.forEach((defect, rules) -> blame.put(defect, Blame.of(rules.first, rules.further)));
    return new Claims(killers.buildOrThrow(), reasons.buildOrThrow(), blame.buildOrThrow());
  }

  private static <T> T read(String name, TypeReference<T> type) {
    YAMLMapper mapper =
        YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
    try {
      return mapper.readValue(
          Resources.toString(Resources.getResource(Claims.class, name), StandardCharsets.UTF_8),
          type);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read", e);
    }
  }
}
