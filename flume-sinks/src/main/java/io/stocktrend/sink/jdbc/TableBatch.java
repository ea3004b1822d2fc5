package io.stocktrend.sink.jdbc;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A batch by table, without the events that no table may hold: of equal {@code record_id}s the
 * newest, the later of two that are equally new. Tables and rows are in the order of their names,
 * so that two sinks lock the same rows in the same order.
 */
final class TableBatch {
  private final TableTemplate template;
  private final Map<TableName, Map<String, RecordEvent>> rows = new TreeMap<>();
  private final Map<TableName, Table> tables = new TreeMap<>();
  private final List<RefusedEvent> refused = new ArrayList<>();

  TableBatch(List<RecordEvent> batch, TableTemplate template) {
    this.template = template;
    for (RecordEvent event : batch) {
      add(event);
    }
  }

  private void add(RecordEvent event) {
    try {
      TableName name = template.resolve(event.headers());
      Dataset dataset = event.record().dataset();
      Table table = tables.computeIfAbsent(name, each -> Table.of(each, dataset));
      Optional<String> refusal = refusal(event, table);
      if (refusal.isPresent()) {
        refused.add(new RefusedEvent(event.event(), refusal.get()));
        return;
      }
      rows.computeIfAbsent(name, each -> new TreeMap<>())
          .merge(event.record().recordId(), event, TableBatch::newer);
    } catch (UnusableTableException e) {
      refused.add(new RefusedEvent(event.event(), e.getMessage()));
    }
  }

  private static Optional<String> refusal(RecordEvent event, Table table) {
    Dataset dataset = event.record().dataset();
    return dataset == table.dataset()
        ? RowCheck.refusal(event, table.columns())
        : Optional.of(
            "its table "
                + table.name()
                + " holds "
                + table.dataset().id()
                + ", this is "
                + dataset.id()
                + ": put %{dataset} into the sink's key table");
  }

  private static RecordEvent newer(RecordEvent earlier, RecordEvent later) {
    return RowValues.collectedAt(later) >= RowValues.collectedAt(earlier) ? later : earlier;
  }

  List<RefusedEvent> refused() {
    return refused;
  }

  /** The tables that the batch has rows for. */
  List<Table> tables() {
    return rows.keySet().stream().map(tables::get).toList();
  }

  List<RecordEvent> rows(Table table) {
    return List.copyOf(rows.get(table.name()).values());
  }
}
