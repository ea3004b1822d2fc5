package io.stocktrend.sink.jdbc;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.batch.BatchWriter;
import org.apache.flume.conf.ConfigurationException;

/** The settings of a JDBC sink: which database, as whom, and which tables. */
public final class JdbcDestination {
  private static final String DEFAULT_TABLE = "%{dataset}";
  private static final String ALLOWED_TABLE =
      "a name such as %{dataset} or market.%{dataset}_%Y, with Flume's escapes for headers and"
          + " dates (%Y, %y, %m, %d); it has "
          + TableName.ALLOWED;

  private final Settings settings;
  private final String sink;

  /** The destination that the settings of the sink of that name give. */
  public JdbcDestination(Settings settings, String sink) {
    this.settings = settings;
    this.sink = sink;
  }

  /** A writer into this destination, which connects at its first batch. */
  public BatchWriter writer() {
    Dialect dialect = new PostgresDialect();
    String url = settings.text("url");
    String complaint = dialect.complaint(url);
    if (!complaint.isEmpty()) {
      // Whatever it is, it may hold a secret.
      throw new ConfigurationException(settings.component() + ": url " + complaint);
    }
    JdbcLogin login =
        new JdbcLogin(url, settings.text("user"), settings.text("password", ""), sink);
    TableTemplate table = table();
    boolean createTables = settings.flag("createTables", true);
    return new JdbcBatchWriter(new Session(dialect, login, createTables), table);
  }

  private TableTemplate table() {
    String table = settings.text("table", DEFAULT_TABLE);
    try {
      return new TableTemplate(table);
    } catch (IllegalArgumentException e) {
      throw settings.wrong("table", table, ALLOWED_TABLE, e);
    }
  }
}
