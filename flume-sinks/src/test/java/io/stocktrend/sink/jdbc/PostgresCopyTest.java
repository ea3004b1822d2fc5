package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.sink.JdbcSink;
import io.stocktrend.sink.Quotes;
import io.stocktrend.sink.Rig;
import io.stocktrend.sink.batch.EventReader;
import io.stocktrend.sink.batch.RecordEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches that are large enough for a COPY, into tables that take one and that do not. */
final class PostgresCopyTest {
  private static final int LARGE = 1000;

  @TempDir Path base;
  private JdbcRig rig;

  @BeforeEach
  void tableWithOneRow() throws Exception {
    rig = JdbcRig.inMemory(base);
    rig.put(Quotes.event(0)).deliver();
  }

  private boolean isPossible(int from, int to) throws Exception {
    List<RecordEvent> rows = new EventReader().read(Quotes.events(from, to), new ArrayList<>());
    try (Connection connection = rig.server().connect()) {
      return PostgresCopy.isPossible(connection, rig.table(), rows);
    }
  }

  @Test
  void newRowsOfAPlainTableAreCopied() throws Exception {
    assertTrue(isPossible(1, LARGE));
    rig.put(Quotes.events(1, LARGE)).deliver();
    assertEquals(Quotes.symbols(0, LARGE), rig.symbols());
  }

  @Test
  void aBatchOfWhichOneRowIsThereLeavesNoDeadRow() throws Exception {
    assertFalse(isPossible(0, LARGE));
    rig.put(Quotes.events(0, LARGE)).deliver();
    rig.query("SELECT pg_stat_force_next_flush()");
    assertEquals(
        List.of(LARGE + " 0 0"),
        rig.query(
            "SELECT n_tup_ins, n_tup_upd, n_dead_tup FROM pg_stat_user_tables WHERE relid ="
                + " '$financial_data'::regclass"));
  }

  /** The binary form of a number of 8 bytes is a wrong one in a column of another such type. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE $financial_data ALTER volume TYPE double precision",
        "ALTER TABLE $financial_data ALTER volume TYPE numeric",
        "ALTER TABLE $financial_data ALTER close TYPE numeric(12,2)",
        "ALTER TABLE $financial_data ALTER collected_at TYPE timestamp",
        "ALTER TABLE $financial_data ALTER symbol TYPE varchar(9)"
      })
  void aColumnOfAnotherTypeGetsItsValuesConverted(String change) throws Exception {
    rig.run(change);
    assertFalse(isPossible(1, LARGE));
    rig.put(Quotes.events(1, LARGE)).deliver();

    assertEquals(List.of(), rig.reasons());
    assertEquals(
        Quotes.symbols(0, LARGE),
        rig.query(
            "SELECT symbol FROM $financial_data WHERE volume = 1000 * substr(symbol, 2)::int AND"
                + " abs(close - 100 - volume / 7000.0) < 0.01 ORDER BY volume"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE RULE twice AS ON INSERT TO $financial_data DO ALSO SELECT 1",
        "ALTER TABLE $financial_data ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE $financial_data RENAME TO quotes;"
            + " CREATE VIEW $financial_data AS SELECT * FROM $quotes"
      })
  void aTableThatTreatsACopyAnotherWayIsNotCopiedInto(String change) throws Exception {
    rig.run(change);
    assertFalse(isPossible(1, LARGE));
  }

  @Test
  void aRowThatAnotherSessionAddsMeanwhileIsStoredOnceAndNotSetAside() throws Exception {
    rig.run("CREATE TABLE $draft AS TABLE $financial_data");
    rig.run("UPDATE $draft SET symbol = 'S7', record_id = replace(record_id, 'S0', 'S7')");
    JdbcSink sink = rig.start();
    try (Connection other = rig.server().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(rig.sql("INSERT INTO $financial_data TABLE $draft"));
      rig.put(Quotes.events(1, LARGE));
      FutureTask<Void> delivery =
          new FutureTask<>(
              () -> {
                Rig.drain(sink);
                return null;
              });
      new Thread(delivery, "delivery").start();
      String waiting =
          "SELECT state FROM pg_stat_activity WHERE query LIKE 'COPY%' AND wait_event_type = 'Lock'";
      assertEquals(List.of("active"), rig.awaited(waiting, 1));
      other.commit();
      delivery.get();
    }
    sink.stop();

    assertEquals(Quotes.symbols(0, LARGE), rig.symbols());
    assertEquals(List.of(), rig.reasons());
  }
}
