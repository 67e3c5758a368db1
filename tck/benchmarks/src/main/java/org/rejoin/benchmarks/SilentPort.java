package org.rejoin.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A port that takes every line apart and tells nobody anything: what a port costs at least. */
public final class SilentPort {
  private static final String HELLO =
      "{\"type\":\"hello\",\"protocol\":1,\"name\":\"silent\",\"version\":\"1\","
          + "\"view\":\"channel\",\"clock\":\"virtual\",\"profile\":\"agora-2019-05\","
          + "\"platforms\":[\"android\",\"windows\",\"linux\",\"ios\",\"macos\",\"web\"],"
          + "\"features\":[\"leave\",\"kill\"]}";

  private SilentPort() {}

  /** Answers until its input ends. */
  public static void main(String[] args) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(HELLO);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode message = mapper.readTree(line);
      if (message.path("type").asText().equals("run")) {
        out.println(
            "{\"type\":\"trace\",\"id\":" + message.path("id").asLong() + ",\"callbacks\":[]}");
      }
    }
  }
}
