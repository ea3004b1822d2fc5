package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.format.CsvRows;
import io.stocktrend.client.format.JsonRows;
import io.stocktrend.client.format.RowWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.LongConsumer;

/** Writes an answer row by row into a text file. */
final class TextExport {
  private static final int ROWS_BETWEEN_REPORTS = 10_000;

  private TextExport() {}

  static void write(Table table, Path file, Format format, LongConsumer progress)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      RowWriter rows = rows(format, out);
      rows.begin(table.columns().stream().map(Column::name).toList());
      long written = 0;
      for (Iterator<Row> iterator = table.stream().iterator(); iterator.hasNext(); ) {
        rows.row(iterator.next().values());
        if (++written % ROWS_BETWEEN_REPORTS == 0) {
          progress.accept(written);
        }
      }
      rows.end();
    }
  }

  private static RowWriter rows(Format format, Writer out) {
    return switch (format) {
      case CSV -> CsvRows.forSpreadsheets(out);
      case RAW_CSV -> CsvRows.raw(out);
      case JSON -> JsonRows.array(out);
      case JSONL -> JsonRows.lines(out);
      case PARQUET -> throw new ClientException(Fault.REQUEST, "Parquet is no text format");
    };
  }
}
