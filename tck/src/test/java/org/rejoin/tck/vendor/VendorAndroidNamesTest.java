package org.rejoin.tck.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Profiles;

/** The names of Android are the vendor's, as its published archive has them. */
class VendorAndroidNamesTest {
  private static final Path ARCHIVE = Path.of("target", "vendor", "android.aar");
  private static final String HANDLER = "io.agora.rtc.IRtcEngineEventHandler";

  /** How many parameters each method of the vendor's handler takes; overloads have several. */
  private static ImmutableSetMultimap<String, Integer> published = ImmutableSetMultimap.of();

  @BeforeAll
  static void readTheArchive(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("sdk.jar");
    try (ZipFile archive = new ZipFile(ARCHIVE.toFile());
        InputStream classes = archive.getInputStream(archive.getEntry("libs/agora-rtc-sdk.jar"))) {
      Files.copy(classes, jar);
    }
    ImmutableSetMultimap.Builder<String, Integer> methods = ImmutableSetMultimap.builder();
    try (JarFile sdk = new JarFile(jar.toFile())) {
      for (JavaMethod method : new ClassFileImporter().importJar(sdk).get(HANDLER).getMethods()) {
        methods.put(method.getName(), method.getRawParameterTypes().size());
      }
    }
    published = methods.build();
  }

  @Test
  void theNamesInBothTablesAreTheVendors() {
    for (CallbackTables.Row row : CallbackTables.rows(Family.AWL)) {
      String name =
          row.kind() == Event.Kind.REJOINED ? "onRejoinChannelSuccess" : row.signature().name();
      assertEquals(
          ImmutableSet.of(row.signature().parameters().size()),
          published.get(name),
          () -> row + ", but " + HANDLER + " has these parameter counts for that name");
    }
  }

  @Test
  void theTextsWordForRejoinedIsTheDocumentedException() {
    CallbackKey rejoined = new CallbackKey(Family.AWL, Event.Kind.REJOINED);
    assertFalse(published.containsKey("didRejoinChannel"), "D-38 is no erratum any more");
    assertEquals(
        ImmutableSet.of("onRejoinChannelSuccess"), Profiles.AGORA_2019_05.aliases().get(rejoined));
    assertEquals(ImmutableSet.of(3), published.get("onRejoinChannelSuccess"));
  }
}
