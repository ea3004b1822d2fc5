package io.stocktrend.sink.jdbc;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.JdbcSink;
import io.stocktrend.sink.Rig;
import io.stocktrend.sink.quarantine.QuarantineEntry;
import io.stocktrend.sink.quarantine.QuarantineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flume.Channel;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.channel.file.FileChannel;

/** A JDBC sink over a real channel, into a schema of its own of a real server. */
final class JdbcRig {
  private final PostgresServer server;
  private final String schema;
  private final Path base;
  private final Rig rig;

  private JdbcRig(PostgresServer server, String schema, Path base, Rig rig) {
    this.server = server;
    this.schema = schema;
    this.base = base;
    this.rig = rig;
  }

  static JdbcRig inMemory(Path base) throws IOException, SQLException {
    PostgresServer server = PostgresServer.shared();
    return new JdbcRig(server, server.newSchema(), base, Rig.inMemory(base));
  }

  static JdbcRig over(Channel channel, PostgresServer server, Path base) {
    return new JdbcRig(server, "public", base, new Rig(base, channel));
  }

  /** A started file channel below that folder. */
  static FileChannel fileChannel(Path base) {
    FileChannel channel = new FileChannel();
    channel.setName("file");
    channel.configure(
        new Context(
            Map.of(
                "checkpointDir", base.resolve("checkpoint").toString(),
                "dataDirs", base.resolve("channel").toString(),
                "capacity", "50000",
                "transactionCapacity", "20000",
                "minimumRequiredSpace", "1048576")));
    channel.start();
    return channel;
  }

  PostgresServer server() {
    return server;
  }

  String url() {
    return server.url(schema);
  }

  /** The same, through another port. */
  String url(int port) {
    return url().replace(":" + server.port() + "/", ":" + port + "/");
  }

  String schema() {
    return schema;
  }

  /** The table of quotes, in the rig's schema. */
  Table table() throws UnusableTableException {
    return Table.of(TableName.of(schema + ".financial_data"), Dataset.FINANCIAL_DATA);
  }

  JdbcRig put(List<Event> events) {
    rig.put(events);
    return this;
  }

  JdbcRig put(Event... events) {
    return put(List.of(events));
  }

  /** A started sink; the settings given take the place of the rig's. */
  JdbcSink start(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("url", url());
    all.put("user", PostgresServer.USER);
    all.put("quarantineDir", base.resolve("quarantine").toString());
    all.put("batchMaxDelay", "0");
    all.putAll(settings);
    JdbcSink sink = new JdbcSink();
    sink.setName("jdbc");
    sink.setChannel(rig.channel());
    sink.configure(new Context(all));
    sink.start();
    return sink;
  }

  JdbcSink start() {
    return start(Map.of());
  }

  /** Delivers all that the channel holds. */
  void deliver(Map<String, String> settings) throws Exception {
    JdbcSink sink = start(settings);
    Rig.drain(sink);
    sink.stop();
  }

  void deliver() throws Exception {
    deliver(Map.of());
  }

  /** Rows of a query in which {@code $} stands for the rig's schema and a dot. */
  List<String> query(String sql) throws SQLException {
    return server.query(sql(sql));
  }

  /** The same, once there are as many. */
  List<String> awaited(String sql, int count) throws Exception {
    List<String> rows = query(sql);
    for (int i = 0; i < 100 && rows.size() < count; i++) {
      Thread.sleep(50);
      rows = query(sql);
    }
    return rows;
  }

  void run(String sql) throws SQLException {
    server.run(sql(sql));
  }

  String sql(String text) {
    return text.replace("$", schema + ".");
  }

  /** How many quotes the table holds; 0 if there is none, or no server. */
  long rows() {
    try {
      return Long.parseLong(query("SELECT count(*) FROM $financial_data").get(0));
    } catch (SQLException e) {
      return 0;
    }
  }

  void awaitRows(long count) throws InterruptedException {
    for (int i = 0; i < 1200 && rows() < count; i++) {
      Thread.sleep(50);
    }
  }

  /** The symbols in the table of quotes, in order. */
  List<String> symbols() throws SQLException {
    return query("SELECT symbol FROM $financial_data ORDER BY substr(symbol, 2)::int");
  }

  List<String> reasons() throws IOException {
    List<String> reasons = new ArrayList<>();
    Path folder = base.resolve("quarantine");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          reasons.addAll(QuarantineFile.read(file).stream().map(QuarantineEntry::reason).toList());
        }
      }
    }
    return reasons;
  }
}
