package io.stocktrend.simulator.market;

import java.time.Instant;

/**
 * What was traded in a span of one session; prices in dollars, rounded to cents.
 *
 * @param start where the span starts
 * @param volume shares
 */
public record Bar(Instant start, double open, double high, double low, double close, long volume) {}
