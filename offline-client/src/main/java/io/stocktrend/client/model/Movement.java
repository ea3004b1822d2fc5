package io.stocktrend.client.model;

import java.time.Instant;

/**
 * A bar of one share with its technical indicators; an indicator is null while it warms up. A row
 * of {@code stock_movements}: {@code stocktrend schema stock_movements} tells what each column
 * means.
 */
public record Movement(
    String recordId,
    Instant eventTime,
    Instant knownAt,
    Instant collectedAt,
    String provider,
    String symbol,
    String interval,
    Double open,
    Double high,
    Double low,
    Double close,
    Long volume,
    Double adjClose,
    boolean isFinal,
    Double change,
    Double sma20,
    Double sma50,
    Double sma200,
    Double ema12,
    Double ema26,
    Double rsi14,
    Double macd,
    Double macdSignal,
    Double macdHistogram,
    String trend) {}
