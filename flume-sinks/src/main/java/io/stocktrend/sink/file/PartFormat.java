package io.stocktrend.sink.file;

import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** How the records of one dataset become the bytes of one part file. */
public interface PartFormat {
  /** What part names end with, e.g. {@code .parquet}. */
  String extension();

  /** Whether a file of that name is a part of this format, of whatever run. */
  default boolean isPart(String name) {
    return name.endsWith(extension());
  }

  /** Starts a part file; the file is complete when the writer has been closed. */
  PartWriter open(OutputFile file, Dataset dataset) throws IOException;

  /**
   * Hands over every {@code record_id} in a part file, one at a time.
   *
   * @throws IOException also if the file is not of this format
   */
  void recordIds(InputFile file, Consumer<String> ids) throws IOException;
}
