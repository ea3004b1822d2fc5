package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.sink.Quotes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay costs the server, beside an upsert that writes blindly. */
final class ReplayIT {
  private static final int ROWS = 100_000;

  @TempDir Path base;

  @Test
  void aReplayWritesHardlyAnyLogAndLeavesNoDeadRow() throws Exception {
    JdbcRig rig = JdbcRig.inMemory(base);
    rig.put(Quotes.events(0, ROWS)).deliver(Map.of("batchSize", "5000"));
    settle(rig);
    rig.put(Quotes.events(0, ROWS));
    long before = position(rig);
    rig.deliver(Map.of("batchSize", "5000"));
    long replayed = position(rig) - before;
    List<String> dead = dead(rig);

    settle(rig);
    long middle = position(rig);
    rig.run(
        "INSERT INTO $financial_data SELECT * FROM $financial_data ON CONFLICT (record_id) DO"
            + " UPDATE SET close = excluded.close, volume = excluded.volume");
    long blind = position(rig) - middle;

    System.out.printf("log of %,d rows: replayed %,d B, blindly %,d B%n", ROWS, replayed, blind);
    assertEquals(ROWS, rig.rows());
    assertEquals(List.of("0 0"), dead);
    assertTrue(replayed * 4 <= blind, replayed + " B of log against " + blind);
  }

  /** What readers and checkpoints write sooner or later, whoever comes next, is written now. */
  private static void settle(JdbcRig rig) throws Exception {
    rig.run("VACUUM $financial_data");
    rig.run("CHECKPOINT");
  }

  private static long position(JdbcRig rig) throws Exception {
    return Long.parseLong(
        rig.query("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')").get(0));
  }

  private static List<String> dead(JdbcRig rig) throws Exception {
    rig.query("SELECT pg_stat_force_next_flush()");
    return rig.query(
        "SELECT n_tup_upd, n_dead_tup FROM pg_stat_user_tables WHERE relid ="
            + " '$financial_data'::regclass");
  }
}
