package io.stocktrend.sink.file;

import java.io.Closeable;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;

/** Writes records into one part file. */
public interface PartWriter extends Closeable {
  /**
   * Adds a record.
   *
   * @throws RuntimeException if this record can never be written
   */
  void write(GenericRecord values) throws IOException;
}
