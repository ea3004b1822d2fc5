package io.stocktrend.client.format;

import java.io.IOException;
import java.util.List;

/** Writes an answer in one format: the names of its columns, each row, the end. */
public interface RowWriter {
  void begin(List<String> columns) throws IOException;

  void row(List<?> values) throws IOException;

  void end() throws IOException;
}
