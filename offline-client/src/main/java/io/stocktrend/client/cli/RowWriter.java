package io.stocktrend.client.cli;

import io.stocktrend.client.Column;
import java.io.IOException;
import java.util.List;

/** Writes an answer in one format: the columns, each row, the end. */
interface RowWriter {
  void begin(List<Column> columns) throws IOException;

  void row(List<?> values) throws IOException;

  void end() throws IOException;
}
