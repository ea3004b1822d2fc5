package io.stocktrend.sink.jdbc;

import io.stocktrend.record.Dataset;
import java.util.List;

/** A table that holds one dataset. */
record Table(TableName name, Dataset dataset, List<Column> columns) {
  static Table of(TableName name, Dataset dataset) {
    return new Table(name, dataset, Column.of(dataset.schema()));
  }

  boolean has(String column) {
    return columns.stream().anyMatch(each -> each.name().equals(column));
  }
}
