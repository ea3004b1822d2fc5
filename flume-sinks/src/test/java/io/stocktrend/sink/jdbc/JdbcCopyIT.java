package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.sink.copy.CopyRig;
import io.stocktrend.sink.copy.CrashedCopies;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes that copy into a real PostgreSQL. */
final class JdbcCopyIT {
  @TempDir Path base;

  @Test
  void copiesThatAreKilledGoOnAndEndEqual() throws Exception {
    JdbcRig rig = JdbcRig.inMemory(base);
    CrashedCopies.make(
        new CopyRig(base.resolve("data"), "jdbc", rig.url()),
        List.of(
            "sink.rows-sent",
            "sink.rows-committed",
            "copy.batch-written",
            "copy.parts-saved",
            "copy.parts-saved@2"));

    assertEquals(
        List.of("18000 18000"),
        rig.query("SELECT count(*), count(DISTINCT record_id) FROM $stock_movements"));
  }
}
