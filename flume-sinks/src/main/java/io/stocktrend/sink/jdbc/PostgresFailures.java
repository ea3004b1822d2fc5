package io.stocktrend.sink.jdbc;

import java.sql.SQLException;
import java.util.Map;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL's error codes (SQLSTATE) mean to a sink. */
final class PostgresFailures {
  private static final String LOGIN =
      "the server refuses the user or the password: correct them in credentials.json, or the"
          + " server's pg_hba.conf";
  private static final String TABLE =
      "the table is not as the sink needs it: change it, or let the sink make one of another name"
          + " (table, createTables = true)";
  private static final String OTHER_SESSION =
      "another session holds what the batch needs; if it goes on, see pg_locks for which";
  private static final String SERVER =
      "see that the server runs and that url names its host, port and database";

  private static final Map<String, String> ADVICE =
      Map.ofEntries(
          Map.entry("28P01", LOGIN),
          Map.entry("28000", LOGIN),
          Map.entry("3D000", "create the database, or correct its name in url"),
          Map.entry("3F000", "create the schema that table names, or correct its name in table"),
          Map.entry("42501", "give the user the right to, with GRANT"),
          Map.entry("42P01", "create the table, or set createTables = true"),
          Map.entry("25006", "the server is a read-only standby: let url name the primary"),
          Map.entry("40P01", OTHER_SESSION),
          Map.entry("40001", OTHER_SESSION),
          Map.entry("55P03", OTHER_SESSION),
          Map.entry("57014", "the server took too long: give the sink a smaller batchSize"),
          Map.entry("57P01", "the server is being stopped: start it again"),
          Map.entry("57P03", "the server is starting or stopping: wait for it"),
          Map.entry("53100", "the server's disk is full: free some space there"),
          Map.entry("53200", "the server is out of memory: give the sink a smaller batchSize"),
          Map.entry("53300", "the server has too many connections: raise max_connections"));

  private PostgresFailures() {}

  /**
   * Whether a row is at fault: a value that its column cannot hold, a constraint, a trigger that
   * raises, or a key or row beyond a limit of the server.
   */
  static boolean isRefusal(SQLException failure) {
    String state = state(failure);
    return state.startsWith("22")
        || state.startsWith("23")
        || state.equals("44000")
        || state.equals("54000")
        || state.equals("P0001");
  }

  static String advice(SQLException failure) {
    String state = state(failure);
    String advice = ADVICE.get(state);
    if (advice != null) {
      return advice;
    }
    if (state.startsWith("08")) {
      return SERVER;
    }
    return state.startsWith("42") ? TABLE : "see the server's log";
  }

  /** The server's own sentence and its code: the rest of the driver's message repeats the row. */
  static String text(SQLException failure) {
    ServerErrorMessage server =
        failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
    String message = server == null ? failure.getMessage() : server.getMessage();
    return message + " (SQLSTATE " + state(failure) + ")";
  }

  private static String state(SQLException failure) {
    return String.valueOf(failure.getSQLState());
  }
}
