package io.stocktrend.sink.text;

import io.stocktrend.record.Field;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads the one column of a CSV file that the replay fence needs. */
final class CsvIds {
  private CsvIds() {}

  static void read(InputStream text, Consumer<String> ids) throws IOException {
    CsvCells cells = new CsvCells(text);
    int wanted = column(cells);
    while (cells.hasMore()) {
      int column = 0;
      do {
        cells.next();
        if (column++ == wanted) {
          ids.accept(cells.text());
        }
      } while (!cells.endedRow());
      if (column <= wanted) {
        throw new IOException("a row has only " + column + " cells");
      }
    }
  }

  private static int column(CsvCells cells) throws IOException {
    int wanted = -1;
    int column = 0;
    do {
      cells.next();
      if (cells.text().equals(Field.RECORD_ID.id())) {
        wanted = column;
      }
      column++;
    } while (!cells.endedRow());
    if (wanted < 0) {
      throw new IOException("the header has no column " + Field.RECORD_ID.id());
    }
    return wanted;
  }
}
