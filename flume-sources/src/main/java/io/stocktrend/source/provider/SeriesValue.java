package io.stocktrend.source.provider;

import java.time.LocalDate;

/**
 * One value of a series.
 *
 * @param date first day of the period that it is about
 * @param value null where the provider says that it is missing
 * @param released first day on which this was the published value; null where the provider has no
 *     vintages
 */
public record SeriesValue(LocalDate date, Double value, LocalDate released) {}
