package io.stocktrend.client.report;

import io.stocktrend.client.Row;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Rows as JSON: the columns' names once, then each row as an array. */
final class Rows {
  private Rows() {}

  static void write(ScriptJson json, List<String> columns, Stream<Row> rows) throws IOException {
    json.object().name("columns").value(columns).name("rows").array();
    try (rows) {
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        json.value(each.next().values());
      }
    }
    json.end().end();
  }
}
