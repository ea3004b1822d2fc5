package io.stocktrend.client.model;

import java.time.Instant;

/**
 * A snapshot of one share: price, size, valuation. Prices are in {@code currency}; times are UTC. A
 * row of {@code financial_data}: {@code stocktrend schema financial_data} tells what each column
 * means.
 */
public record Quote(
    String recordId,
    Instant eventTime,
    Instant knownAt,
    Instant collectedAt,
    String provider,
    String symbol,
    String currency,
    String exchange,
    String marketState,
    Double open,
    Double high,
    Double low,
    Double close,
    Double previousClose,
    Long volume,
    Long marketCap,
    Double peRatio,
    Double forwardPe,
    Double eps,
    Double dividendRate,
    Double dividendYield,
    Double fiftyTwoWeekHigh,
    Double fiftyTwoWeekLow) {}
