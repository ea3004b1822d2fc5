package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.EventCodec;
import io.stocktrend.sink.JdbcSink;
import io.stocktrend.sink.LogLines;
import io.stocktrend.sink.Quotes;
import io.stocktrend.sink.Rig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.flume.Sink.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdbcOutageTest {
  @TempDir Path base;
  private JdbcRig rig;

  @BeforeEach
  void emptySchema() throws Exception {
    rig = JdbcRig.inMemory(base);
  }

  /** Fails once with a line that holds the text; what the cure mends is then delivered whole. */
  private void fails(Map<String, String> settings, String text, Cure cure) throws Exception {
    rig.put(Quotes.events(0, 20));
    JdbcSink sink = rig.start(settings);
    try (LogLines log = new LogLines()) {
      assertEquals(Status.BACKOFF, sink.process());
      List<String> warnings = log.lines().stream().filter(l -> l.startsWith("WARN")).toList();
      assertEquals(1, warnings.size(), warnings.toString());
      String start = "WARN sink jdbc stored nothing and will try again, its events stay in";
      assertTrue(warnings.get(0).startsWith(start), warnings.get(0));
      assertTrue(warnings.get(0).contains(text), warnings.get(0));
      cure.run();
      Rig.drain(sink);
      sink.stop();
      assertFalse(log.lines().toString().contains("5b2e"), "a password in the log");
    }
    assertEquals(Quotes.symbols(0, 20), rig.symbols());
    assertEquals(List.of(), rig.reasons());
  }

  private interface Cure {
    void run() throws Exception;
  }

  @Test
  void aLockThatAnotherSessionHoldsIsWaitedFor() throws Exception {
    rig.put(new EventCodec().encode(FiveRecords.announcement())).deliver();
    rig.put(Quotes.events(0, 1)).deliver();
    try (Connection other = rig.server().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(rig.sql("LOCK TABLE $financial_data"));
      fails(
          Map.of("url", rig.url() + "&options=-c%20lock_timeout=200"),
          "canceling statement due to lock timeout (SQLSTATE 55P03): another session holds what"
              + " the batch needs; if it goes on, see pg_locks for which",
          other::rollback);
    }
  }

  @Test
  void aServerThatIsReadOnlyForAWhileTakesTheRowsLater() throws Exception {
    rig.run("CREATE ROLE reader SUPERUSER LOGIN");
    rig.run("ALTER ROLE reader SET default_transaction_read_only = on");
    fails(
        Map.of("user", "reader"),
        "(SQLSTATE 25006): the server is a read-only standby: let url name the primary",
        () -> rig.run("ALTER ROLE reader RESET default_transaction_read_only"));
  }

  @Test
  void aRefusedLoginIsRetriedAndSaysWhatToDoWithoutThePassword() throws Exception {
    rig.server().requirePassword("locked", "right-7c1f");
    fails(
        Map.of("user", "locked", "password", "wrong-5b2e"),
        "(SQLSTATE 28P01): the server refuses the user or the password: correct them in"
            + " credentials.json",
        () -> rig.run("ALTER ROLE locked PASSWORD 'wrong-5b2e'"));
  }

  @Test
  void tooManyConnectionsAreWaitedOut() throws Exception {
    rig.run("CREATE ROLE crowded LOGIN CONNECTION LIMIT 0");
    rig.run("GRANT ALL ON SCHEMA " + rig.schema() + " TO crowded");
    fails(
        Map.of("user", "crowded"),
        "(SQLSTATE 53300): the server has too many connections: raise max_connections",
        () -> rig.run("ALTER ROLE crowded CONNECTION LIMIT 5"));
  }

  @Test
  void aTableThatMayNotBeMadeIsAskedForAndNothingIsSetAside() throws Exception {
    fails(
        Map.of("createTables", "false"),
        "there is no table financial_data and createTables is false (SQLSTATE 42P01): create the"
            + " table, or set createTables = true",
        () -> rig.run(String.join(";", PostgresSql.create(rig.table()))));
  }

  @Test
  void aColumnThatMayNotBeAddedIsAskedFor() throws Exception {
    rig.put(Quotes.events(0, 1)).deliver();
    rig.run("ALTER TABLE $financial_data DROP COLUMN eps");
    fails(
        Map.of("createTables", "false"),
        "add: ALTER TABLE \"financial_data\" ADD COLUMN IF NOT EXISTS \"eps\" double precision",
        () -> rig.run("ALTER TABLE $financial_data ADD COLUMN eps double precision"));
  }

  @Test
  void aMissingRightIsAskedFor() throws Exception {
    rig.put(Quotes.events(0, 1)).deliver();
    rig.run("CREATE ROLE stranger LOGIN");
    rig.run("GRANT USAGE ON SCHEMA " + rig.schema() + " TO stranger");
    fails(
        Map.of("user", "stranger"),
        "(SQLSTATE 42501): give the user the right to, with GRANT",
        () -> rig.run("GRANT SELECT, INSERT, UPDATE ON $financial_data TO stranger"));
  }

  @Test
  void anotherTypeOfColumnIsAskedToBeChanged() throws Exception {
    rig.put(Quotes.events(0, 1)).deliver();
    rig.run("ALTER TABLE $financial_data DROP COLUMN eps, ADD COLUMN eps date");
    fails(
        Map.of(),
        "(SQLSTATE 42804): the table is not as the sink needs it",
        () -> rig.run("ALTER TABLE $financial_data DROP COLUMN eps"));
  }

  @Test
  void aFullDiskAndASerializationFailureAreRetried() throws Exception {
    rig.put(Quotes.events(0, 1)).deliver();
    for (String state : List.of("53100", "40001", "40P01", "57014")) {
      raise(state);
      fails(Map.of(), "(SQLSTATE " + state + ")", () -> rig.run("DROP FUNCTION $full() CASCADE"));
      rig.run("DELETE FROM $financial_data WHERE symbol <> 'S0'");
    }
  }

  private void raise(String state) throws Exception {
    rig.run(
        "CREATE FUNCTION $full() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN RAISE EXCEPTION ''for a test'' USING ERRCODE = ''%s''; END'"
                .formatted(state));
    rig.run(
        "CREATE TRIGGER full_disk BEFORE INSERT ON $financial_data FOR EACH ROW EXECUTE FUNCTION"
            + " $full()");
  }

  @Test
  void aServerThatIsAwayIsWaitedFor() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Gate[] gate = new Gate[1];
    fails(
        Map.of("url", rig.url(port)),
        "(SQLSTATE 08001): see that the server runs and that url names its host, port",
        () -> gate[0] = new Gate(rig.server().port(), port));
    gate[0].close();
  }

  @Test
  void aConnectionThatWasEndedMeanwhileIsReplaced() throws Exception {
    JdbcSink sink = rig.start();
    rig.put(Quotes.events(0, 10));
    assertEquals(Status.READY, sink.process());
    rig.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name ="
            + " 'stock-trend jdbc'");
    rig.put(Quotes.events(10, 20));
    assertEquals(Status.BACKOFF, sink.process());
    Rig.drain(sink);
    sink.stop();
    assertEquals(Quotes.symbols(0, 20), rig.symbols());
  }

  @Test
  void aCommitWhoseAnswerIsLostIsRepeatedWithoutEffect() throws Exception {
    try (Gate gate = new Gate(rig.server().port(), 0)) {
      JdbcSink sink = rig.start(Map.of("url", rig.url(gate.port())));
      rig.put(Quotes.events(0, 10));
      Rig.drain(sink);
      gate.cutBehind("INSERT INTO");
      rig.put(Quotes.events(10, 20));
      assertEquals(Status.BACKOFF, sink.process());
      List<String> committed = rig.awaited("SELECT xmin, symbol FROM $financial_data", 20);
      Rig.drain(sink);
      sink.stop();
      assertEquals(committed, rig.query("SELECT xmin, symbol FROM $financial_data"));
    }
  }

  @Test
  void severalTablesAreOneTransaction() throws Exception {
    rig.put(new EventCodec().encode(FiveRecords.announcement())).deliver();
    rig.run("TRUNCATE $policy_data");
    rig.run("ALTER TABLE $policy_data ADD CHECK (title <> 'Curve')");
    rig.put(Quotes.events(0, 20)).put(new EventCodec().encode(FiveRecords.announcement()));
    rig.run("CREATE ROLE half LOGIN");
    rig.run("GRANT ALL ON SCHEMA " + rig.schema() + " TO half");
    JdbcSink sink = rig.start(Map.of("user", "half"));
    assertEquals(Status.BACKOFF, sink.process());
    assertEquals(List.of(), rig.symbols(), "nothing of a batch that failed in part");
    rig.run("GRANT ALL ON $policy_data TO half");
    Rig.drain(sink);
    sink.stop();
    assertEquals(Quotes.symbols(0, 20), rig.symbols());
    assertEquals(1, rig.reasons().size());
  }
}
