package io.stocktrend.source.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The days without a session that no rule foresees: {@code date,reason}, one a line. */
final class ClosuresFile {
  private static final String NAME = "nyse-closures.csv";
  private static final String HEADER = "date,reason";

  private ClosuresFile() {}

  /**
   * The days that the file names.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if a line has no date
   */
  static Set<LocalDate> read(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return parse(lines, file.toString());
    }
  }

  /** The days that were known when this program was built. */
  static Set<LocalDate> packaged() {
    InputStream resource =
        Objects.requireNonNull(ClosuresFile.class.getResourceAsStream(NAME), NAME);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return parse(lines, NAME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<LocalDate> parse(BufferedReader lines, String name) {
    return lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.equals(HEADER))
        .map(line -> date(line, name))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static LocalDate date(String line, String name) {
    try {
      return LocalDate.parse(line.split(",", 2)[0].strip());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name + ": '" + line + "' names no day: write " + HEADER + ", e.g. 2025-01-09,mourning",
          e);
    }
  }
}
