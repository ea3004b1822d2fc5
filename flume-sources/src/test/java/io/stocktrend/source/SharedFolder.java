package io.stocktrend.source;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Files outside the project that a system property names the folder of; a test without it skips.
 */
public final class SharedFolder {
  private SharedFolder() {}

  /**
   * The lines of a CSV file, gzip by its ending, after its header, split at the commas, empty cells
   * included.
   */
  public static List<String[]> rows(String property, String file) throws IOException {
    String folder = System.getProperty(property, "");
    assumeFalse(
        folder.isBlank() || folder.equals("null"), "give -D" + property + "=FOLDER to compare");
    Path path = Path.of(folder, file);
    try (InputStream bytes = open(path);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
  }

  private static InputStream open(Path path) throws IOException {
    InputStream bytes = Files.newInputStream(path);
    return path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }
}
