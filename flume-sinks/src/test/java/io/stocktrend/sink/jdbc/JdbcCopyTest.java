package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.copy.CopyRig;
import io.stocktrend.sink.copy.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies in a real PostgreSQL. */
final class JdbcCopyTest {
  private static final Dataset BARS = Dataset.STOCK_MOVEMENTS;

  @TempDir Path base;
  private JdbcRig rig;
  private CopyRig copy;

  @BeforeEach
  void primary() throws Exception {
    rig = JdbcRig.inMemory(base);
    copy = new CopyRig(base.resolve("data"), "jdbc", rig.url());
  }

  @ParameterizedTest
  @EnumSource
  void everyValueOfEveryDatasetIsEqual(Dataset dataset) throws Exception {
    Facts.part(copy.root(), dataset, Facts.DAY, 0, 50);
    assertEquals(50, copy.differences(dataset).size(), "no table yet");
    copy.copy(dataset);
    assertEquals(List.of(), copy.differences(dataset));

    Facts.part(copy.root(), dataset, Facts.DAY.plusDays(1), 50, 2000);
    copy.copy(dataset);
    assertEquals(List.of(), copy.differences(dataset), "so many rows are sent in another way");
  }

  @Test
  void aMissingAChangedAndAnExtraRowAreNamedAndACopyMendsTheFirstTwo() throws Exception {
    Facts.part(copy.root(), BARS, Facts.DAY, 0, 50);
    Facts.part(copy.root(), BARS, Facts.DAY.plusDays(1), 50, 100);
    copy.copy(BARS);
    rig.run("DELETE FROM $stock_movements WHERE record_id LIKE 'fact7|%'");
    rig.run("UPDATE $stock_movements SET close = 1, volume = NULL WHERE record_id LIKE 'fact60|%'");
    rig.run("UPDATE $stock_movements SET record_id = 'stray' WHERE record_id LIKE 'fact99|%'");

    assertEquals(
        List.of(
            "stock_movements 2026-11-02: fact7|2026-11-01T00:00:00.000001Z is missing there",
            "stock_movements 2026-11-03: fact60|2026-11-01T00:00:00.000001Z differs in close, volume",
            "stock_movements 2026-11-03: fact99|2026-11-01T00:00:00.000001Z is missing there",
            "stock_movements 2026-11-03: stray is there, but not in the primary"),
        copy.differences(BARS));

    assertEquals(97, copy.copy(BARS).known());
    assertEquals(
        List.of("stock_movements 2026-11-03: stray is there, but not in the primary"),
        copy.differences(BARS));
  }

  @Test
  void aRowThatWasCollectedAgainIsComparedOnItsLastDay() throws Exception {
    Facts.part(copy.root(), BARS, Facts.DAY, 0, 5);
    Facts.part(copy.root(), BARS, Facts.DAY.plusDays(1), 3, 8);
    copy.copy(BARS);

    assertEquals(List.of(), copy.differences(BARS));
    assertEquals(List.of("8"), rig.query("SELECT count(*) FROM $stock_movements"));
  }

  @Test
  void aTableThatLacksAColumnHasNullThere() throws Exception {
    Facts.part(copy.root(), BARS, Facts.DAY, 0, 1);
    copy.copy(BARS);
    rig.run("ALTER TABLE $stock_movements DROP COLUMN close");

    assertEquals(
        List.of("stock_movements 2026-11-02: fact0|2026-11-01T00:00:00.000001Z differs in close"),
        copy.differences(BARS));

    copy.copy(BARS);
    assertEquals(List.of(), copy.differences(BARS));
  }

  @Test
  void aRowThatTheServerRefusesIsNamedAndTheRestIsCopied() throws Exception {
    Facts.part(copy.root(), BARS, Facts.DAY, 0, 10);
    copy.copy(BARS);
    rig.run("TRUNCATE $stock_movements");
    rig.run("ALTER TABLE $stock_movements ADD CHECK (record_id NOT LIKE 'fact4|%')");

    var result = copy.copy(BARS);

    assertEquals(1, result.refusals());
    assertTrue(
        result.refused().get(0).startsWith("fact4|2026-11-01T00:00:00.000001Z: PostgreSQL refuses"),
        result.refused()::toString);
    assertEquals(1, copy.differences(BARS).size());
  }

  @Test
  void aServerThatIsAwaySaysWhatToDo() {
    CopyRig nowhere = new CopyRig(copy.root(), "jdbc", "jdbc:postgresql://localhost:1/market");

    IOException failure = assertThrows(IOException.class, () -> nowhere.differences(BARS));

    assertTrue(failure.getMessage().contains("refused"), failure.getMessage());
  }
}
