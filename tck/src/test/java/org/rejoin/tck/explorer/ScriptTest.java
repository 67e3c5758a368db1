package org.rejoin.tck.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;

/** Modules become one script, or are refused. */
class ScriptTest {

  @Test
  void eachModuleIsAFunctionThatIsGivenWhatItImports() {
    assertEquals(
        """
        const module1 = (() => {
        var x=1;
        return {one: x, again: $y};
        })();
        const module2 = (() => {
        // Uses it.
        const { one } = module1;
        function two() {}
        class Three {}
        const four = one;
        return {two, Three, four};
        })();
        """,
        Script.of(
            ImmutableMap.of(
                "engine.js",
                "var x=1;export{x as one,$y as again};\n",
                "page.mjs",
                """
                // Uses it.
                import { one } from "./engine.js";
                export function two() {}
                export class Three {}
                export const four = one;
                """)));
  }

  @Test
  void whatItDoesNotKnowIsRefused() {
    assertRefused(
        "page.mjs: an import or export in a form that is not known", "import \"./x.mjs\";");
    assertRefused("page.mjs: an import or export in a form that is not known", "export default 1;");
    assertRefused(
        "page.mjs: later.mjs does not come before it", "import { a } from \"./later.mjs\";");
  }

  private static void assertRefused(String message, String source) {
    assertEquals(
        message,
        assertThrows(
                IllegalStateException.class,
                () -> Script.of(ImmutableMap.of("page.mjs", source, "later.mjs", "")))
            .getMessage());
  }
}
