package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Dataset;

/** Adjusts the prices of a bar by what its own version says. */
final class Adjustment {
  // close times the factor would be adj_close but for the last digit.
  private static final String COLUMNS =
      "* REPLACE (open * (adj_close / nullif(close, 0)) AS open,"
          + " high * (adj_close / nullif(close, 0)) AS high,"
          + " low * (adj_close / nullif(close, 0)) AS low, adj_close AS close)";

  private Adjustment() {}

  /** What to select instead of all columns. */
  static String of(Dataset dataset) {
    if (dataset != Dataset.STOCK_MOVEMENTS) {
      throw new ClientException(
          Fault.REQUEST,
          "%s has no adjusted prices: only %s has"
              .formatted(dataset.id(), Dataset.STOCK_MOVEMENTS.id()));
    }
    return COLUMNS;
  }
}
