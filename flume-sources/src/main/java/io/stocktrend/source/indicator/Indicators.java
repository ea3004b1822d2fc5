package io.stocktrend.source.indicator;

/**
 * The indicators of one bar; each is null until there are enough bars for it.
 *
 * @param sma20 mean of the last 20 closes; {@code sma50} and {@code sma200} likewise
 * @param ema12 exponential average, smoothing 2/13, that begins as the mean of the first 12 closes;
 *     {@code ema26} likewise
 * @param rsi14 Wilder's relative strength index from 0 to 100, 50 while the price has never moved
 * @param macd {@code ema12 - ema26}
 * @param macdSignal exponential average of 9 of {@code macd}, begun as the mean of the first 9
 * @param macdHistogram {@code macd - macdSignal}
 */
public record Indicators(
    Double sma20,
    Double sma50,
    Double sma200,
    Double ema12,
    Double ema26,
    Double rsi14,
    Double macd,
    Double macdSignal,
    Double macdHistogram,
    Trend trend) {}
