package io.stocktrend.source;

import io.stocktrend.source.provider.Bar;
import io.stocktrend.source.provider.BarSeries;
import io.stocktrend.source.provider.BarValues;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * How far the bars of one symbol from one provider have been taken.
 *
 * @param from since when they are asked for, so that every round computes over the same history
 * @param first start of the first bar there was
 * @param last start of the last final bar, null if none was final yet
 * @param values a check sum of the final bars up to the last
 * @param adjustments a check sum of the splits and dividends told with them
 */
record BarMark(Instant from, Instant first, Instant last, String values, String adjustments) {
  private static final String NONE = "-";

  /** The mark after that answer to a request for all since {@code from}. */
  static BarMark of(Instant from, BarSeries series) {
    Instant last = null;
    for (Bar bar : series.bars()) {
      last = bar.isFinal() ? bar.start() : last;
    }
    return new BarMark(
        from,
        series.bars().get(0).start(),
        last,
        checksum(series, last),
        checksum(series.adjustments()));
  }

  /** Whether that answer goes as far back as the one before. */
  boolean isWhole(BarSeries series) {
    return !series.bars().get(0).start().isAfter(first);
  }

  /** Whether another split or dividend is told of than before. */
  boolean isReadjusted(BarSeries series) {
    return !checksum(series.adjustments()).equals(adjustments);
  }

  /** Whether the bars up to the last final one are others than before. */
  boolean isRevised(BarSeries series) {
    return isReadjusted(series) || !checksum(series, last).equals(values);
  }

  /** Whether a bar was final when this mark was set. */
  boolean covers(Instant start) {
    return last != null && !start.isAfter(last);
  }

  private static String checksum(BarSeries series, Instant last) {
    StringBuilder text = new StringBuilder();
    for (Bar bar : series.bars()) {
      if (last != null && !bar.start().isAfter(last)) {
        BarValues v = bar.values();
        text.append(bar.start().getEpochSecond()).append(' ');
        text.append(v.open()).append(' ').append(v.high()).append(' ').append(v.low());
        text.append(' ').append(v.close()).append(' ').append(v.volume()).append('\n');
      }
    }
    return checksum(text.toString());
  }

  private static String checksum(String text) {
    CRC32C checksum = new CRC32C();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(checksum.getValue());
  }

  String print() {
    String lastText = last == null ? NONE : last.toString();
    return String.join(" ", from.toString(), first.toString(), lastText, values, adjustments);
  }

  static BarMark parse(String text) {
    String[] parts = text.split(" ", -1);
    return new BarMark(
        Instant.parse(parts[0]),
        Instant.parse(parts[1]),
        parts[2].equals(NONE) ? null : Instant.parse(parts[2]),
        parts[3],
        parts[4]);
  }
}
