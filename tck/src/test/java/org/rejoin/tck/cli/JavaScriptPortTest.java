package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.collect.ObjectArrays;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rejoin.tck.explorer.Node;
import org.rejoin.tck.port.Hello;

/** The kit judges the reference in JavaScript as it judges any port. */
class JavaScriptPortTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @ParameterizedTest
  @EnumSource
  void itIsConformant(Hello.View view) throws Exception {
    Node.assume();
    assertConformant(view, "0", "--only", "{NET,KILL,DRV}-*/**");
  }

  @Tag("ci")
  @ParameterizedTest
  @EnumSource
  void itIsConformantInTenThousandScenarios(Hello.View view) throws Exception {
    Node.demand();
    assertConformant(view, "10000");
    for (String profile : new String[] {"agora-2020-timeline", "agora-current"}) {
      assertConformant(view, "1000", "--profile", profile);
    }
  }

  private void assertConformant(Hello.View view, String scenarios, String... more)
      throws Exception {
    Path port = Node.in(folder).file("port.js");
    String[] first = {
      "run", "--scenarios", scenarios, "--timeout", "1m", "--report", folder + "/report"
    };
    String[] last = {"--", "node", port.toString(), "--view", view.name().toLowerCase(Locale.ROOT)};
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    int exit =
        Main.run(
            to,
            to,
            ObjectArrays.concat(
                ObjectArrays.concat(first, more, String.class), last, String.class));
    String told = out.toString(StandardCharsets.UTF_8);
    assertEquals(0, exit, told);
    assertFalse(told.contains("warning:"), told);
  }
}
