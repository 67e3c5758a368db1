package org.rejoin.tck.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Family;

/**
 * The names for iOS and macOS are selectors of the delegate in the vendor's header.
 *
 * <p>The text quotes a selector by the part that tells it from others: {@code didOfflineOfUid}
 * stands for {@code rtcEngine:didOfflineOfUid:reason:}. A selector takes one parameter a colon.
 */
@Tag("ci")
@TestInstance(Lifecycle.PER_CLASS)
class VendorAppleNamesTest {
  private static final Path HEADER = Path.of("target/vendor/apple/AgoraRtcEngineKit.h");
  private static final Pattern DELEGATE =
      Pattern.compile("@protocol AgoraRtcEngineDelegate <NSObject>(.*?)@end", Pattern.DOTALL);
  private static final Pattern METHOD = Pattern.compile("(?m)^- *\\(void\\)([^;]*);");
  private static final Pattern KEYWORD = Pattern.compile("(\\w+) *:");

  private ImmutableList<ImmutableList<String>> selectors = ImmutableList.of();

  @BeforeAll
  void readTheDelegate() throws IOException {
    selectors =
        DELEGATE
            .matcher(Files.readString(HEADER))
            .results()
            .flatMap(delegate -> METHOD.matcher(delegate.group(1)).results())
            .map(method -> keywords(method.group(1)))
            .collect(ImmutableList.toImmutableList());
  }

  static Stream<CallbackTables.Row> rows() {
    return CallbackTables.rows(Family.APPLE).stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRowIsASelectorWithAsManyParameters(CallbackTables.Row row) {
    CallbackSignature signature = row.signature();
    assertEquals(
        ImmutableList.of(signature.parameters().size()),
        selectors.stream()
            .filter(selector -> quotedAs(selector).equals(signature.name()))
            .map(ImmutableList::size)
            .collect(ImmutableList.toImmutableList()),
        () -> row + ", but the vendor's delegate has these parameter counts for that name");
  }

  /** The part that tells it from others: the first one that isn't the engine every selector has. */
  private static String quotedAs(ImmutableList<String> selector) {
    return selector.get(0).equals("rtcEngine") && selector.size() > 1
        ? selector.get(1)
        : selector.get(0);
  }

  private static ImmutableList<String> keywords(String declaration) {
    return KEYWORD
        .matcher(withoutTypes(declaration))
        .results()
        .map((MatchResult keyword) -> keyword.group(1))
        .collect(ImmutableList.toImmutableList());
  }

  /** Types stand in parentheses, which may be nested. */
  private static String withoutTypes(String declaration) {
    String shorter = declaration.replaceAll("\\([^()]*\\)", "");
    return shorter.equals(declaration) ? declaration : withoutTypes(shorter);
  }
}
