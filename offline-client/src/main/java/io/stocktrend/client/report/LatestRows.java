package io.stocktrend.client.report;

import io.stocktrend.client.Row;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The last rows of each symbol out of a stream that comes in the order of time. */
final class LatestRows {
  private static final String SYMBOL = "symbol";

  private final int most;
  private final Map<String, Deque<Row>> bySymbol = new LinkedHashMap<>();
  private long leftOut;

  LatestRows(List<String> symbols, int most) {
    this.most = most;
    symbols.forEach(symbol -> bySymbol.put(symbol, new ArrayDeque<>()));
  }

  /** Takes rows to the end of the stream and closes it. */
  LatestRows take(Stream<Row> rows) {
    try (rows) {
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        add(each.next());
      }
    }
    return this;
  }

  private void add(Row row) {
    Deque<Row> kept = bySymbol.get((String) row.get(SYMBOL));
    kept.addLast(row);
    if (kept.size() > most) {
      kept.removeFirst();
      leftOut++;
    }
  }

  void write(ScriptJson json, List<String> columns, Function<Row, List<?>> values)
      throws IOException {
    json.object().name("columns").value(columns);
    json.name("leftOut").value(leftOut);
    json.name("bySymbol").object();
    for (Map.Entry<String, Deque<Row>> entry : bySymbol.entrySet()) {
      json.name(entry.getKey()).array();
      for (Row row : entry.getValue()) {
        json.value(values.apply(row));
      }
      json.end();
    }
    json.end().end();
  }
}
