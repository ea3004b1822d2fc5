package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Umask;
import io.stocktrend.sink.batch.BatchSink;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.batch.EventReader;
import io.stocktrend.sink.file.GuestDestination;
import io.stocktrend.sink.text.CsvFormat;
import io.stocktrend.sink.text.TextCompression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read what the sinks write. */
final class RightsTest {
  @TempDir Path base;

  @ParameterizedTest
  @EnumSource
  void whatAFileSinkWritesIsItsOwnersAlone(FileKind kind) throws Exception {
    Rig rig = run(kind, Map.of());
    assertRights("rwx------", rig.root(), Files::isDirectory);
    assertRights("rw-------", rig.root(), Files::isRegularFile);
    assertEquals(1, rig.lake().parts().size());
  }

  @ParameterizedTest
  @EnumSource
  void itsUmaskSharesThePartsAndTheirFoldersAndNothingElse(FileKind kind) throws Exception {
    Rig rig = run(kind, Map.of("umask", "027"));
    assertRights("rwxr-x---", rig.root(), Files::isDirectory);
    assertRights("rw-r-----", rig.root(), rig.lake().parts()::contains);
    assertRights("rwx------", rig.quarantine(), Files::isDirectory);
    assertRights("rw-------", rig.quarantine(), Files::isRegularFile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"077", "027"})
  void aStoreOfHadoopsGivesTheSameRights(String umask) throws Exception {
    Path root = base.resolve("far/raw");
    String path = "renaming://" + root + "/%{dataset}/date=%Y-%m-%d";
    run(FileKind.CSV, Map.of("path", path, "umask", umask));
    Umask rights = Umask.parse(umask);
    assertEquals(rights, Umask.of(root));
    boolean shared = umask.equals("027");
    assertRights(shared ? "rwxr-x---" : "rwx------", root, Files::isDirectory);
    assertRights(
        shared ? "rw-r-----" : "rw-------", root, file -> file.toString().endsWith(".csv"));
    assertRights("rwx------", base.resolve("state"), Files::isDirectory);
  }

  @Test
  void aGuestsPartsHaveTheRightsOfTheRoot() throws Exception {
    Path root = base.resolve("raw");
    Umask.parse("027").makeFolders(root);
    GuestDestination guest = new GuestDestination(root, base.resolve("claim"), "a.guest");
    try (BatchWriter writer =
        guest.writer(new CsvFormat(TextCompression.NONE), Clock.systemUTC())) {
      writer.open();
      writer.write(new EventReader().read(Quotes.events(0, 3), new ArrayList<>()));
    }
    assertRights("rwxr-x---", root, Files::isDirectory);
    assertRights("rw-r-----", root, Files::isRegularFile);
  }

  @Test
  void aUmaskThatLetsEverybodyWriteIsRefused() {
    Rig rig = Rig.inMemory(base);
    String message =
        assertThrows(
                ConfigurationException.class,
                () -> rig.start(FileKind.JSON, Map.of("umask", "000")))
            .getMessage();
    assertEquals("sink json: umask = '000' is not allowed: give " + Umask.ALLOWED, message);
  }

  /** Stores a few events and sets one aside. */
  private Rig run(FileKind kind, Map<String, String> settings) throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 3)).put(List.of(PoisonTest.noise()));
    BatchSink sink = rig.start(kind, settings);
    Rig.drain(sink);
    sink.stop();
    return rig;
  }

  private static void assertRights(String expected, Path root, Predicate<Path> which)
      throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(which).toList()) {
        found.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
    assertTrue(found.size() > 0, "nothing to look at below " + root);
    assertEquals(new TreeSet<>(List.of(expected)), found);
  }
}
