package io.stocktrend.client;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/** Spells names and values in DuckDB's SQL. */
final class Sql {
  private Sql() {}

  static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static String list(Collection<String> values) {
    return values.stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"));
  }

  static String time(Instant value) {
    return "TIMESTAMPTZ " + text(value.toString());
  }
}
