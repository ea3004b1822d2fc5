package io.stocktrend.client.report;

import java.time.Instant;

/** Times in SQL. */
final class SqlTime {
  private SqlTime() {}

  static String literal(Instant time) {
    return "TIMESTAMP WITH TIME ZONE '" + time + "'";
  }
}
