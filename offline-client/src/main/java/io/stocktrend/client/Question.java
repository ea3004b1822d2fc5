package io.stocktrend.client;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** Something to ask: each of these methods asks anew. */
public interface Question {
  /** The answer as it comes, with its columns. */
  Table table();

  /** How many rows there are, the limit included. */
  long count();

  /**
   * Writes the answer into a file, whatever its size; the file is complete, or as it was before.
   *
   * @param progress told now and then which part is done, from 0 to 1
   * @throws ClientException if the data cannot be read or the file cannot be written
   */
  void export(Path file, Format format, DoubleConsumer progress);

  /** The same without being told. */
  default void export(Path file, Format format) {
    export(file, format, Progress.NOBODY);
  }

  /** The rows as they come; close the stream if it is not read to its end. */
  default Stream<Row> stream() {
    return table().stream();
  }

  /** All rows. */
  default List<Row> list() {
    return table().list();
  }

  /**
   * The rows as records, whose components are the columns: {@code eventTime} is {@code event_time}.
   *
   * @throws ClientException if the answer lacks a component's column
   */
  default <T extends Record> Stream<T> stream(Class<T> type) {
    Table table = table();
    RecordReader<T> reader = RecordReader.of(type, table);
    return table.stream().map(reader::read);
  }

  /** All rows as records. */
  default <T extends Record> List<T> list(Class<T> type) {
    try (Stream<T> records = stream(type)) {
      return records.toList();
    }
  }
}
