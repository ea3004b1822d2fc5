package io.stocktrend.agent.gaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackfillCommandTest {
  private static final int KILLED = 137;
  private static final String[] BACKFILL = {
    "backfill", "stock_movements", "--from=2024-06-10", "--to=2024-06-15"
  };
  private static final String[] SAME = {
    "stock_movements", "--from=2024-06-10T00:00:00Z", "--to=2024-06-15T00:00:00Z"
  };

  @TempDir Path folder;

  @Test
  void aBackfillThatIsKilledAndRepeatedStoresEachBarOnce() throws Exception {
    try (GapRig rig = new GapRig(folder, "AAPL,Apple,IT,,", "MSFT,Microsoft,IT,,")) {
      assertEquals(KILLED, rig.die("source.slice-saved", BACKFILL));
      assertEquals(KILLED, rig.die("sink.part-renamed", BACKFILL));
      assertEquals(KILLED, rig.die("source.slice-put", BACKFILL));
      assertEquals(KILLED, rig.die("source.cursor-saved", BACKFILL));
      int before = rig.simulator().requests().size();
      assertEquals(0, rig.backfill(SAME), rig::err);
      assertEquals(0, rig.simulator().requests().size() - before, "asked again");
      assertEquals(10, rig.storedRows(Dataset.STOCK_MOVEMENTS));
      assertEquals(10L, rig.value("SELECT count(DISTINCT record_id) FROM stock_movements_all"));
      assertEquals(0, rig.backfill(SAME), rig::err);
      assertEquals(10, rig.storedRows(Dataset.STOCK_MOVEMENTS));
    }
  }

  @Test
  void aBackfillHoldsTheLimitsAndGoesOnWhenTheDayIsNotSpentAnyMore() throws Exception {
    try (GapRig rig = new GapRig(folder, "AAPL,Apple,IT,,", "MSFT,Microsoft,IT,,")) {
      rig.limit(Map.of("yahoo.requestsPerDay", "1"));
      assertEquals(1, rig.backfill(SAME), rig::err);
      assertTrue(rig.err().contains("all 1 requests of 24 hours are spent"), rig::err);
      assertEquals(5, rig.storedRows(Dataset.STOCK_MOVEMENTS));
      rig.limit(Map.of());
      assertEquals(0, rig.backfill(SAME), rig::err);
      assertEquals(2, rig.simulator().requests().size());
      assertEquals(10, rig.storedRows(Dataset.STOCK_MOVEMENTS));
    }
  }

  @Test
  void quotesHaveNoHistory() throws Exception {
    try (GapRig rig = new GapRig(folder, "AAPL,Apple,IT,,")) {
      assertEquals(2, rig.backfill("financial_data", SAME[1], SAME[2]));
      assertTrue(rig.err().contains("cannot be filled afterwards"), rig::err);
    }
  }
}
