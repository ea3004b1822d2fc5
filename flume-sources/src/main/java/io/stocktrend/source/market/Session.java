package io.stocktrend.source.market;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A trading day of the exchange.
 *
 * @param date the day in the exchange's time zone
 * @param open when regular trading begins
 * @param close when regular trading ends, earlier on the eve of some holidays
 */
public record Session(LocalDate date, Instant open, Instant close) {}
