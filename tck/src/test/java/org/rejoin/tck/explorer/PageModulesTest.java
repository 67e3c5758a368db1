package org.rejoin.tck.explorer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's modules that need no page, in {@code modules.test.mjs}. */
class PageModulesTest {
  @TempDir Path folder;

  @Test
  void theyDoWhatTheySay() throws Exception {
    Node.assume();
    List<String> told = Node.in(folder).run(List.of(), "modules.test.mjs");
    assertTrue(told.contains("# pass 8") || told.contains("ℹ pass 8"), told::toString);
  }
}
