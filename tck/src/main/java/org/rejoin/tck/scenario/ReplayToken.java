package org.rejoin.tck.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.Ints;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;

/**
 * A scenario and its profile in one word, short enough to be pasted and safe in any shell.
 *
 * <p>The word is {@code r1}, then in URL-safe base64 a CRC-32 of the scenario's JSON and that JSON,
 * deflated with a dictionary of the usual words. Every kit that knows {@code r1} reads the same out
 * of it: dictionary and layout never change under that name.
 *
 * @param profile the constants and names in force; one that the project ships
 * @param scenario what is done
 */
public record ReplayToken(Profile profile, Scenario scenario) {
  private static final String VERSION = "r1";

  /** Far more than any check has, and as much as one argument of a command may be. */
  private static final int MOST_CHARACTERS = 100_000;

  /** What a token may unfold to. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int CHECKSUM_BYTES = Integer.BYTES;

  /** What is likeliest stands last: it is reached with the shortest distance. */
  private static final byte[] DICTIONARY =
      ("\"servers\":[\"s1\",\"s2\",\"s3\"],\"server\":\"s1\",\"mode\":\"live\",\"profile\":\"agora-2020-timeline\","
              + "\"profile\":\"agora-current\",\"context\":{\"how\":\"page-closed\",\"how\":\"process\","
              + "\"voip\":true,\"foreground\":false,\"voip\":false,\"foreground\":true},"
              + "boundary/interrupted/boundary/lost/boundary/channel/boundary/gone/matrix/"
              + "/dropped/killed/in-time/late/never/communication-process"
              + "\"platform\":\"windows\"},\"platform\":\"macos\"},\"platform\":\"linux\"},"
              + "\"direction\":\"uplink\"},\"direction\":\"downlink\"},\"channel\":\"other\"},"
              + "\"do\":\"leave\",\"uid\":1},\"do\":\"kill\",\"uid\":1},\"do\":\"restart\",\"uid\":1},"
              + "{\"scenario\":{\"name\":\"generated/1/\",\"participants\":[{\"uid\":1,\"platform\":\"ios\"},"
              + "{\"uid\":1,\"platform\":\"android\"},{\"uid\":2,\"platform\":\"web\"}],"
              + "\"steps\":[{\"at\":0,\"do\":\"join\",\"uid\":1},{\"at\":0,\"do\":\"join\",\"uid\":2},"
              + "{\"at\":5000,\"do\":\"drop\",\"uid\":1},{\"at\":17000,\"do\":\"restore\",\"uid\":1}],\"until\":10000}}")
          .getBytes(StandardCharsets.UTF_8);

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(50).maxNumberLength(30).build())
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build());

  /**
   * The word.
   *
   * @throws IllegalArgumentException if the project does not ship the profile, or the scenario is
   *     so large that no word may hold it: more than a thousand steps or so
   */
  public String text() {
    if (Profiles.ofId(profile.id()).filter(profile::equals).isEmpty()) {
      throw new IllegalArgumentException("there is no profile of the project like " + profile.id());
    }
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    if (!profile.equals(Profiles.AGORA_2019_05)) {
      tree.put("profile", profile.id());
    }
    byte[] json =
        tree.<ObjectNode>set("scenario", ScenarioJson.toJson(scenario))
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    String text = wrapped(json);
    if (json.length > MOST_BYTES || text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("the scenario is too large for a token");
    }
    return text;
  }

  /** A word that holds these bytes, whatever they are. */
  static String wrapped(byte[] json) {
    byte[] deflated = deflate(json);
    byte[] all =
        ByteBuffer.allocate(CHECKSUM_BYTES + deflated.length)
            .putInt(checksum(json))
            .put(deflated)
            .array();
    return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * Reads a word that {@link #text} gave.
   *
   * @throws InvalidTokenException saying what is wrong with it and what to do
   */
  public static ReplayToken read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new InvalidTokenException("is longer than any that the kit gives");
    }
    if (!text.startsWith(VERSION)) {
      throw new InvalidTokenException(
          text.matches("(?s)r[0-9].*")
              ? "is of another version of the kit; this one reads " + VERSION
              : "does not begin with " + VERSION + "; paste the whole word that a failure shows");
    }
    byte[] all = decode(text.substring(VERSION.length()));
    byte[] json = inflate(all);
    if (all.length < CHECKSUM_BYTES || Ints.fromByteArray(all) != checksum(json)) {
      throw incomplete();
    }
    return parse(new String(json, StandardCharsets.UTF_8));
  }

  private static ReplayToken parse(String json) {
    try {
      JsonNode tree = JSON.readTree(json);
      String id = tree.path("profile").asText(Profiles.AGORA_2019_05.id());
      Profile profile =
          Profiles.ofId(id)
              .orElseThrow(
                  () ->
                      new InvalidTokenException(
                          "is of the profile '" + id + "', which this kit does not have"));
      return new ReplayToken(profile, ScenarioJson.read(tree.path("scenario")));
    } catch (JsonProcessingException e) {
      throw new InvalidTokenException("holds no JSON");
    } catch (InvalidScenarioException e) {
      throw new InvalidTokenException("holds no scenario: " + e.getMessage());
    }
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw incomplete();
    }
  }

  private static byte[] deflate(byte[] json) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(DICTIONARY);
      deflater.setInput(json);
      deflater.finish();
      // More than deflate ever adds to what it can't make shorter.
      byte[] out = new byte[json.length + json.length / 100 + 64];
      return Arrays.copyOf(out, deflater.deflate(out));
    } finally {
      deflater.end();
    }
  }

  private static byte[] inflate(byte[] all) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(DICTIONARY);
      inflater.setInput(
          all, Math.min(all.length, CHECKSUM_BYTES), Math.max(0, all.length - CHECKSUM_BYTES));
      byte[] out = new byte[MOST_BYTES + 1];
      int length = inflater.inflate(out);
      if (length > MOST_BYTES) {
        throw new InvalidTokenException("unfolds to more than any scenario of the kit");
      }
      if (!inflater.finished() || inflater.getRemaining() > 0) {
        throw incomplete();
      }
      return Arrays.copyOf(out, length);
    } catch (DataFormatException e) {
      throw incomplete();
    } finally {
      inflater.end();
    }
  }

  private static int checksum(byte[] json) {
    CRC32 sum = new CRC32();
    sum.update(json);
    return (int) sum.getValue();
  }

  private static InvalidTokenException incomplete() {
    return new InvalidTokenException("is damaged; paste the whole word that a failure shows");
  }
}
