package io.stocktrend.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;

/** What readers find below a data root. */
public record Lake(Path root) {
  /** Every file that is neither hidden nor below a hidden folder, sorted. */
  public List<Path> parts() {
    return files().stream().filter(file -> !isHidden(file)).toList();
  }

  /** Every hidden file but the lock, sorted. */
  public List<Path> leftovers() {
    return files().stream().filter(this::isHidden).filter(file -> !file.endsWith(".lock")).toList();
  }

  private boolean isHidden(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("_") || name.startsWith(".");
  }

  private List<Path> files() {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The symbols of all rows, sorted by their number, each as often as it is stored. */
  public List<String> symbols() throws IOException {
    List<String> symbols = new ArrayList<>();
    for (GenericRecord row : rows()) {
      symbols.add(row.get("symbol").toString());
    }
    symbols.sort(
        (left, right) ->
            Integer.compare(
                Integer.parseInt(left.substring(1)), Integer.parseInt(right.substring(1))));
    return symbols;
  }

  /** All rows of all parts. */
  public List<GenericRecord> rows() throws IOException {
    List<GenericRecord> rows = new ArrayList<>();
    for (Path part : parts()) {
      rows.addAll(rows(part));
    }
    return rows;
  }

  public static List<GenericRecord> rows(Path part) throws IOException {
    List<GenericRecord> rows = new ArrayList<>();
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(
                new LocalInputFile(part), new PlainParquetConfiguration())
            .withDataModel(new GenericData())
            .build()) {
      for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
