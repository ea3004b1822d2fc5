package io.stocktrend.client;

import io.stocktrend.record.Dataset;
import java.util.Collection;
import java.util.stream.Collectors;

/** The SQL about a dataset's symbols: its own, or those that its rows relate to. */
final class Symbols {
  static final String SYMBOL = "symbol";
  static final String ANY = "true";

  private static final String RELATED_SYMBOLS = "related_symbols";

  private Symbols() {}

  /** The condition for rows of one of these symbols. */
  static String oneOf(Dataset dataset, Collection<String> symbols) {
    return hasOwn(dataset) ? isOneOf(symbols) : relatesTo(symbols);
  }

  /** The different symbols in rows for which a condition holds. */
  static String distinct(Dataset dataset, String condition) {
    String symbol = hasOwn(dataset) ? SYMBOL : "unnest(" + RELATED_SYMBOLS + ") AS " + SYMBOL;
    return "SELECT DISTINCT symbol FROM (SELECT %s FROM %s WHERE %s) WHERE symbol IS NOT NULL"
        .formatted(symbol, ViewSql.partsName(dataset), condition);
  }

  // IN, unlike list_contains, lets DuckDB leave out row groups by their statistics.
  private static String isOneOf(Collection<String> symbols) {
    String wanted = symbols.stream().map(Sql::text).collect(Collectors.joining(", "));
    return wanted.isEmpty() ? "false" : Sql.name(SYMBOL) + " IN (" + wanted + ")";
  }

  private static String relatesTo(Collection<String> symbols) {
    return "list_has_any(%s, CAST(%s AS VARCHAR[]))"
        .formatted(Sql.name(RELATED_SYMBOLS), Sql.list(symbols));
  }

  private static boolean hasOwn(Dataset dataset) {
    return dataset.schema().getField(SYMBOL) != null;
  }
}
