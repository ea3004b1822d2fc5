package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Lets through what only reads, by DuckDB's own parse of the statement: one {@code SELECT} in any
 * of its forms ({@code WITH}, {@code FROM}, {@code VALUES}, {@code DESCRIBE}, {@code SHOW}, {@code
 * SUMMARIZE}), or {@code EXPLAIN} of one.
 */
final class StatementGuard {
  private static final Pattern EXPLAIN =
      Pattern.compile("(?i)^\\s*EXPLAIN\\s+(ANALYZE\\s+)?(\\([^)]*\\)\\s*)?");

  // Functions that act, or that run a statement which this guard has not seen.
  private static final String FORBIDDEN =
      "\"function_name\":\"(enable_\\w+|disable_\\w+|checkpoint|force_checkpoint|query"
          + "|json_execute_serialized_sql|\\w+_external_resource)\"";

  private static final String PARSE =
      "SELECT (j->>'error')::BOOLEAN AS error, j->>'error_type' AS kind,"
          + " j->>'error_message' AS message, json_array_length(j->'statements')::BIGINT AS statements,"
          + " regexp_extract(lower(j::VARCHAR), ?, 1) AS forbidden"
          + " FROM (SELECT json_serialize_sql(CAST(? AS VARCHAR)) AS j)";

  // A text parses alike whatever the views show.
  private static final int REMEMBERED = 1000;

  private final Set<String> passed = ConcurrentHashMap.newKeySet();
  private final Database database;

  StatementGuard(Database database) {
    this.database = database;
  }

  /**
   * Returns only if the statement just reads.
   *
   * @throws ClientException with {@link Fault#REQUEST} otherwise
   */
  void check(String sql) {
    if (!passed.contains(sql)) {
      parse(sql);
      if (passed.size() >= REMEMBERED) {
        passed.clear();
      }
      passed.add(sql);
    }
  }

  private void parse(String sql) {
    String query = EXPLAIN.matcher(sql).replaceFirst("");
    Row parse = database.query(PARSE, List.of(FORBIDDEN, query)).list().get(0);
    if (Boolean.TRUE.equals(parse.get("error"))) {
      throw refusal(parse);
    }
    if (!Long.valueOf(1).equals(parse.get("statements"))) {
      throw new ClientException(
          Fault.REQUEST, "write exactly one statement, not " + parse.get("statements"));
    }
    if (!"".equals(parse.get("forbidden"))) {
      throw new ClientException(
          Fault.REQUEST, "the function " + parse.get("forbidden") + " is not allowed: only reads");
    }
  }

  private static ClientException refusal(Row parse) {
    if ("parser".equals(parse.get("kind"))) {
      return new ClientException(Fault.REQUEST, "Parser Error: " + parse.get("message"));
    }
    return new ClientException(
        Fault.REQUEST,
        "only statements that read are allowed: SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW,"
            + " SUMMARIZE and EXPLAIN of these");
  }
}
