package io.stocktrend.source;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files outside the project that a system property names the folder of; a test without it skips.
 */
public final class SharedFolder {
  private SharedFolder() {}

  /** The lines of a CSV file after its header, split at the commas, empty cells included. */
  public static List<String[]> rows(String property, String file) throws IOException {
    String folder = System.getProperty(property, "");
    assumeFalse(
        folder.isBlank() || folder.equals("null"), "give -D" + property + "=FOLDER to compare");
    return Files.readAllLines(Path.of(folder, file)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }
}
