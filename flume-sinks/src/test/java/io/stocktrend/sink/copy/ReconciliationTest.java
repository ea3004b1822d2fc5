package io.stocktrend.sink.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.Dataset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReconciliationTest {
  private static final Dataset BARS = Dataset.STOCK_MOVEMENTS;
  private static final int CLOSE = BARS.schema().getField("close").pos();

  private final Rows primary = new Rows();
  private final Rows store = new Rows();

  @Test
  void equalRowsInAnyOrderAreNoDifference() throws Exception {
    primary.add("a", 1.0).add("b", 2.0);
    store.add("b", 2.0).add("a", 1.0);

    assertEquals(List.of(), differences());
  }

  @Test
  void everyDifferenceIsNamedInTheOrderOfTheIds() throws Exception {
    primary.add("a", 1.0).add("b", 2.0).add("c", 3.0).add("d", null);
    store.add("b", 2.0).add("b", 2.0).add("c", 4.0).add("d", 0.0).add("e", 5.0);

    assertEquals(
        List.of(
            "stock_movements 2026-11-02: a is missing there",
            "stock_movements 2026-11-02: b is there more than once",
            "stock_movements 2026-11-02: c differs in close",
            "stock_movements 2026-11-02: d differs in close",
            "stock_movements 2026-11-02: e is there, but not in the primary"),
        differences());
  }

  @Test
  void ofARowThatThePrimaryHoldsTwiceEitherMayBeThereOrBoth() throws Exception {
    primary.add("a", 1.0).add("a", 2.0).add("b", 1.0).add("b", 2.0).add("c", 1.0).add("c", 2.0);
    store.add("a", 1.0).add("b", 2.0).add("c", 1.0).add("c", 2.0);

    assertEquals(List.of(), differences());
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void aRowWhoseLaterVersionTheStoreHasIsNotMissing(long collected) throws Exception {
    primary.add("a", 1.0);
    store.later.put("a", collected);

    assertEquals(collected == 8 ? 0 : 1, differences().size());
  }

  private List<String> differences() throws Exception {
    List<String> lines = new ArrayList<>();
    new Reconciliation(primary, store, difference -> lines.add(difference.toString()))
        .compare(BARS, Facts.DAY);
    return lines;
  }

  /** A store in memory. */
  private static final class Rows implements StoreReader {
    private final List<StoreRow> rows = new ArrayList<>();
    private final Map<String, Long> later = new HashMap<>();

    Rows add(String id, Double close) {
      Object[] values = new Object[BARS.schema().getFields().size()];
      values[CLOSE] = close;
      rows.add(new StoreRow(id, 7, Arrays.asList(values)));
      return this;
    }

    @Override
    public SortedSet<LocalDate> days(Dataset dataset) {
      return new TreeSet<>(List.of(Facts.DAY));
    }

    @Override
    public void read(Dataset dataset, LocalDate day, Consumer<StoreRow> consumer) {
      rows.forEach(consumer);
    }

    @Override
    public Map<String, Long> collectedAt(Dataset dataset, Collection<String> ids) {
      return later;
    }

    @Override
    public void close() {}
  }
}
