package io.stocktrend.simulator.market;

import java.time.LocalDate;

/**
 * One published value of one period.
 *
 * @param value null on a holiday
 * @param to the last day on which it was valid, {@link #OPEN} while it is
 */
public record Vintage(LocalDate date, Double value, LocalDate from, LocalDate to) {

  /** What has not been replaced is valid until then. */
  public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);
}
