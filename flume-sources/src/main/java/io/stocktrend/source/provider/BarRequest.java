package io.stocktrend.source.provider;

import java.time.Instant;

/**
 * What a provider is asked for.
 *
 * @param symbol as the exchange spells it
 * @param from the start of the first bar that is wanted; a provider that has less gives less
 */
public record BarRequest(String symbol, BarInterval interval, Instant from) {}
