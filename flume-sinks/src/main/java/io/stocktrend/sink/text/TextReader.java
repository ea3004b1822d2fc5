package io.stocktrend.sink.text;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import io.stocktrend.record.StableListing;
import io.stocktrend.sink.copy.StoreReader;
import io.stocktrend.sink.copy.StoreRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads the part files of a text sink below {@code <root>/<dataset>/date=YYYY-MM-DD}. */
public final class TextReader implements StoreReader {
  private static final String PREFIX = DatasetLayout.PARTITION_COLUMN + "=";

  private final Path root;
  private final String ending;
  private final RowParser parser;

  private TextReader(Path root, String ending, RowParser parser) {
    this.root = root;
    this.ending = ending;
    this.parser = parser;
  }

  /** A reader of CSV files. */
  public static TextReader csv(Path root) {
    return new TextReader(root, ".csv", new CsvRowParser());
  }

  /** A reader of files of JSON lines. */
  public static TextReader json(Path root) {
    return new TextReader(root, ".jsonl", new JsonRowParser());
  }

  /** Reads the rows of one text. */
  @FunctionalInterface
  interface RowParser {
    void parse(InputStream text, Dataset dataset, Consumer<StoreRow> rows) throws IOException;
  }

  @Override
  public SortedSet<LocalDate> days(Dataset dataset) throws IOException {
    SortedSet<LocalDate> days = new TreeSet<>();
    Path folder = root.resolve(dataset.id());
    if (Files.exists(folder)) {
      for (String name : StableListing.of(folder, name -> name.startsWith(PREFIX))) {
        days.add(date(folder, name.substring(PREFIX.length())));
      }
    }
    return days;
  }

  private static LocalDate date(Path folder, String date) throws IOException {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new IOException(folder + "/" + PREFIX + date + " names no day: move it away", e);
    }
  }

  @Override
  public void read(Dataset dataset, LocalDate day, Consumer<StoreRow> rows) throws IOException {
    Path folder = root.resolve(dataset.id()).resolve(PREFIX + day);
    if (Files.notExists(folder)) {
      return;
    }
    for (String name : StableListing.of(folder, this::isPart)) {
      Path part = folder.resolve(name);
      try (InputStream text = TextCompression.decompress(Files.newInputStream(part))) {
        parser.parse(text, dataset, rows);
      } catch (IOException | RuntimeException e) {
        throw new IOException(
            "the part file %s cannot be read: move it away or restore it (%s)"
                .formatted(part, e.getMessage()),
            e);
      }
    }
  }

  private boolean isPart(String name) {
    return DatasetLayout.isVisible(name) && name.matches(".*\\" + ending + "(\\.gz|\\.zst)?");
  }

  @Override
  public void close() {
    // Every file is closed once it has been read.
  }
}
