package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read what a whole agent writes: parts, state, file channels, logs. */
final class PrivateFilesIT {
  @TempDir Path folder;

  @Test
  void whatAnAgentWritesIsItsUsersAlone() throws Exception {
    try (StillMarket market = StillMarket.open()) {
      RawAgent raw = new RawAgent(folder, market.providersFile(folder)).withoutDelay();
      raw.with("raw.sources = quotes").runUntilRows(StillMarket.SYMBOLS.size());
      for (Path made : new Path[] {raw.data(), folder.resolve("logs")}) {
        assertEquals("rwx------", modes(made, Files::isDirectory));
        assertEquals("rw-------", modes(made, Files::isRegularFile));
      }
      assertTrue(Files.isDirectory(raw.data().resolve("channels")), "no channel was looked at");
    }
  }

  private static String modes(Path root, Predicate<Path> which) throws IOException {
    TreeSet<String> modes = new TreeSet<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(which).toList()) {
        modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
    return String.join(" ", modes);
  }
}
