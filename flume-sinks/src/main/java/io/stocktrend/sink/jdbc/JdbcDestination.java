package io.stocktrend.sink.jdbc;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.copy.StoreReader;
import java.io.IOException;
import java.sql.SQLException;
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
    JdbcLogin login = login();
    TableTemplate table = table();
    boolean createTables = settings.flag("createTables", true);
    return new JdbcBatchWriter(new Session(new PostgresDialect(), login, createTables), table);
  }

  /**
   * A reader of the tables that have their dataset's name.
   *
   * @throws IOException if the database cannot be reached
   */
  public StoreReader reader() throws IOException {
    JdbcLogin login = login();
    Dialect dialect = new PostgresDialect();
    try {
      return new JdbcReader(dialect.connect(login.url(), login.properties()));
    } catch (SQLException e) {
      throw new IOException(dialect.describe(e) + ": " + dialect.advice(e), e);
    }
  }

  private JdbcLogin login() {
    Dialect dialect = new PostgresDialect();
    String url = settings.text("url");
    String complaint = dialect.complaint(url);
    if (!complaint.isEmpty()) {
      // Whatever it is, it may hold a secret.
      throw new ConfigurationException(settings.component() + ": url " + complaint);
    }
    return new JdbcLogin(url, settings.text("user"), settings.text("password", ""), sink);
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
