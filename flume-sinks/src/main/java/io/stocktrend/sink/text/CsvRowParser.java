package io.stocktrend.sink.text;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.copy.StoreRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/** Reads CSV by the names in its header; a column that it lacks is null. */
final class CsvRowParser implements TextReader.RowParser {
  @Override
  public void parse(InputStream text, Dataset dataset, Consumer<StoreRow> rows) throws IOException {
    CsvCells cells = new CsvCells(text);
    List<Schema.Field> header = header(cells, dataset.schema());
    while (cells.hasMore()) {
      Object[] values = new Object[dataset.schema().getFields().size()];
      int column = 0;
      do {
        cells.next();
        Schema.Field field = header.get(column++);
        if (field != null && !cells.isNull()) {
          values[field.pos()] = ParsedValue.of(field.schema(), cells.text());
        }
      } while (!cells.endedRow());
      rows.accept(ParsedValue.row(Arrays.asList(values)));
    }
  }

  private static List<Schema.Field> header(CsvCells cells, Schema schema) throws IOException {
    List<Schema.Field> header = new ArrayList<>();
    do {
      cells.next();
      header.add(schema.getField(cells.text()));
    } while (!cells.endedRow());
    return header;
  }
}
