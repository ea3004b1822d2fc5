package io.stocktrend.sink.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills processes that copy into files. */
final class TextCopyIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json"})
  void copiesThatAreKilledGoOnAndEndEqual(String kind) throws Exception {
    Path copy = folder.resolve(kind);
    CrashedCopies.make(
        new CopyRig(folder.resolve("data"), kind, copy.toString()),
        List.of(
            "sink.part-written",
            "sink.part-renamed@2",
            "copy.batch-written",
            "copy.parts-saved",
            "copy.parts-saved@2"));

    assertEquals(List.of(), hidden(copy));
  }

  private static List<Path> hidden(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> Stream.of("_", ".").anyMatch(file.getFileName().toString()::startsWith))
          .toList();
    }
  }
}
