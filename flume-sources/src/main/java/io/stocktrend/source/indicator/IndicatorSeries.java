package io.stocktrend.source.indicator;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The indicators of a series of closes, bar by bar. The state can be saved after any bar; the
 * restored series goes on to the very same values, to the last bit. Not safe for use by several
 * threads.
 */
public final class IndicatorSeries {
  private static final byte FORM = 1;
  private static final int LONGEST = 200;
  private static final int FIXED_BYTES = 1 + 3 * Sma.BYTES + 3 * Ema.BYTES + Rsi.BYTES;

  private final CloseRing closes = new CloseRing(LONGEST);
  private final Sma sma20 = new Sma(20);
  private final Sma sma50 = new Sma(50);
  private final Sma sma200 = new Sma(LONGEST);
  private final Ema ema12 = new Ema(12);
  private final Ema ema26 = new Ema(26);
  private final Ema signal = new Ema(9);
  private final Rsi rsi14 = new Rsi(14);

  /** The indicators of each of these closes. */
  public static List<Indicators> over(double[] closes) {
    IndicatorSeries series = new IndicatorSeries();
    List<Indicators> all = new ArrayList<>(closes.length);
    for (double close : closes) {
      all.add(series.add(close));
    }
    return all;
  }

  /** How many bars were added. */
  public long bars() {
    return closes.seen();
  }

  /**
   * Takes the next close.
   *
   * @return the indicators of its bar
   * @throws IllegalArgumentException if it is not finite; the series is as before
   */
  public Indicators add(double close) {
    if (!Double.isFinite(close)) {
      throw new IllegalArgumentException("a close of " + close + " is no price: leave the bar out");
    }
    sma20.add(close, closes);
    sma50.add(close, closes);
    sma200.add(close, closes);
    ema12.add(close);
    ema26.add(close);
    if (closes.seen() > 0) {
      rsi14.add(close - closes.ago(1));
    }
    closes.add(close);
    return values(close);
  }

  /** What {@link #add} would give, as for a bar that still runs; the series stays as it is. */
  public Indicators preview(double close) {
    return copy().add(close);
  }

  /** Another series in the same state. */
  public IndicatorSeries copy() {
    return restore(save());
  }

  private Indicators values(double close) {
    long bars = closes.seen();
    Double fast = sma20.value(bars);
    Double middle = sma50.value(bars);
    Double slow = sma200.value(bars);
    Double quick = ema12.value();
    Double late = ema26.value();
    Double macd = late == null ? null : Double.valueOf(quick - late);
    Double average = macd == null ? null : signal(macd);
    Double histogram = average == null ? null : Double.valueOf(macd - average);
    Trend trend = Trend.of(close, fast, middle, slow);
    return new Indicators(
        fast, middle, slow, quick, late, rsi14.value(), macd, average, histogram, trend);
  }

  private Double signal(double macd) {
    signal.add(macd);
    return signal.value();
  }

  /** The state, 113 bytes and 8 for each of the last 200 closes. */
  public byte[] save() {
    ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + closes.bytes());
    bytes.put(FORM);
    closes.save(bytes);
    sma20.save(bytes);
    sma50.save(bytes);
    sma200.save(bytes);
    ema12.save(bytes);
    ema26.save(bytes);
    signal.save(bytes);
    rsi14.save(bytes);
    return bytes.array();
  }

  /**
   * The series that was saved so.
   *
   * @throws IllegalArgumentException if these are not the whole bytes of a saved series
   */
  public static IndicatorSeries restore(byte[] saved) {
    ByteBuffer bytes = ByteBuffer.wrap(saved);
    IndicatorSeries series = new IndicatorSeries();
    try {
      series.read(bytes);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(saved.length + " bytes are no whole series", e);
    }
    if (bytes.hasRemaining()) {
      throw new IllegalArgumentException(bytes.remaining() + " bytes follow the series");
    }
    return series;
  }

  private void read(ByteBuffer bytes) {
    byte form = bytes.get();
    if (form != FORM) {
      throw new IllegalArgumentException("form " + form + " of a series is unknown");
    }
    closes.restore(bytes);
    sma20.restore(bytes);
    sma50.restore(bytes);
    sma200.restore(bytes);
    ema12.restore(bytes);
    ema26.restore(bytes);
    signal.restore(bytes);
    rsi14.restore(bytes);
  }
}
