package io.stocktrend.sink.text;

import org.apache.avro.generic.GenericRecord;

/** How the rows of one schema lie in a text file, its columns in the schema's order. */
interface TextLayout {
  /** Writes what stands before the first row. */
  void putHeader(TextBuffer out);

  /**
   * Writes one row.
   *
   * @throws RuntimeException if it can never be written
   */
  void putRow(TextBuffer out, GenericRecord row);
}
