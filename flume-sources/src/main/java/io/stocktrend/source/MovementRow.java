package io.stocktrend.source;

import io.stocktrend.record.Movement;
import io.stocktrend.record.RecordId;
import io.stocktrend.source.indicator.IndicatorSeries;
import io.stocktrend.source.indicator.Indicators;
import io.stocktrend.source.provider.Bar;
import io.stocktrend.source.provider.BarInterval;
import io.stocktrend.source.provider.BarSeries;
import io.stocktrend.source.provider.BarValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One bar with what is computed of it and of those before it.
 *
 * @param change to the close before, as a fraction; null for the first bar
 */
record MovementRow(Bar bar, Double change, Indicators indicators) {
  /** The rows of a series, each computed over the whole of it up to its bar. */
  static List<MovementRow> of(BarSeries series) {
    IndicatorSeries indicators = new IndicatorSeries();
    List<MovementRow> rows = new ArrayList<>(series.bars().size());
    Double before = null;
    for (Bar bar : series.bars()) {
      double close = bar.values().close();
      Double change = before == null ? null : Double.valueOf(close / before - 1);
      rows.add(new MovementRow(bar, change, indicators.add(close)));
      before = close;
    }
    return rows;
  }

  static String key(String symbol, BarInterval interval, Instant start) {
    return symbol + '|' + interval.id() + '|' + start;
  }

  /** The record of this bar; identity and times are still to be set. */
  Movement.Builder record(String symbol, BarInterval interval, String provider) {
    BarValues values = bar.values();
    return Movement.newBuilder()
        .setEventTime(bar.start())
        .setProvider(provider)
        .setSymbol(symbol)
        .setInterval(interval.id())
        .setOpen(values.open())
        .setHigh(values.high())
        .setLow(values.low())
        .setClose(values.close())
        .setVolume(values.volume())
        .setAdjClose(values.adjClose())
        .setIsFinal(bar.isFinal())
        .setChange(change)
        .setSma20(indicators.sma20())
        .setSma50(indicators.sma50())
        .setSma200(indicators.sma200())
        .setEma12(indicators.ema12())
        .setEma26(indicators.ema26())
        .setRsi14(indicators.rsi14())
        .setMacd(indicators.macd())
        .setMacdSignal(indicators.macdSignal())
        .setMacdHistogram(indicators.macdHistogram())
        .setTrend(indicators.trend() == null ? null : indicators.trend().name());
  }

  static Movement known(Movement.Builder record, String key, Instant knownAt, Instant now) {
    return record
        .setRecordId(RecordId.of(key, knownAt))
        .setKnownAt(knownAt)
        .setCollectedAt(now)
        .build();
  }
}
