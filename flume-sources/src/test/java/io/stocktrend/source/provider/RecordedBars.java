package io.stocktrend.source.provider;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the recorded bars say, and what each body proves; each checked against its body. */
final class RecordedBars {
  /**
   * Of the first and the last bar: start, open, high, low, close, volume, adjusted close, state,
   * and since when it is known; then the adjustments. A kind of failure for a refusal.
   */
  private static final List<String> FACTS =
      List.of(
          // A fund without volume is no stub.
          "yahoo/chart-0P0000XTS7-1d-null-row.json: 2 bars from 2024-09-12T13:30:00Z 11887.1"
              + " 11887.1 11887.1 11887.1 0 11887.1 final 2024-09-12T20:00:00Z to"
              + " 2024-09-13T13:30:00Z 11892.19 11892.19 11892.19 11892.19 0 11892.19 final"
              + " 2024-09-13T20:00:00Z",
          // A 32-bit price is rounded; a dividend later is in the adjusted close.
          "yahoo/chart-AAPL-1d-2days.json: 1 bars from 2020-01-02T14:30:00Z 74.06 75.15 73.7975"
              + " 75.0875 135480400 72.716 final 2020-01-02T21:00:00Z to 2020-01-02T14:30:00Z"
              + " 74.06 75.15 73.7975 75.0875 135480400 72.716 final 2020-01-02T21:00:00Z",
          // The running bar is dated by its session, known since its last trade.
          "yahoo/chart-AAPL-1d-long.json: 760 bars from 2019-01-17T14:30:00Z 38.55 39.415 38.315"
              + " 38.965 119284800 37.826 final 2019-01-17T21:00:00Z to 2022-01-21T14:30:00Z"
              + " 164.415 166.32 162.97 163.28 86699866 163.28 running 2022-01-21T19:58:48Z;"
              + " dividend 2019-02-08T14:30:00Z 0.1825, dividend 2019-05-10T13:30:00Z 0.1925,"
              + " dividend 2019-08-09T13:30:00Z 0.1925, dividend 2019-11-07T14:30:00Z 0.1925,"
              + " dividend 2020-02-07T14:30:00Z 0.1925, dividend 2020-05-08T13:30:00Z 0.205,"
              + " dividend 2020-08-07T13:30:00Z 0.205, dividend 2020-11-06T14:30:00Z 0.205,"
              + " dividend 2021-02-05T14:30:00Z 0.205, dividend 2021-05-07T13:30:00Z 0.22,"
              + " dividend 2021-08-06T13:30:00Z 0.22, dividend 2021-11-05T13:30:00Z 0.22, split"
              + " 2020-08-31T13:30:00Z 4.0:1.0",
          // Two minutes after the open: an open outside of the range is unknown.
          "yahoo/chart-AAPL-1d-range-1mo.json: 20 bars from 2021-12-27T14:30:00Z 177.09 180.42"
              + " 177.07 180.33 74919600 180.33 final 2021-12-27T21:00:00Z to 2022-01-24T14:30:00Z"
              + " - 160.87 159.1 160.86 9701560 160.86 running 2022-01-24T14:32:11Z",
          // A split and a dividend are told.
          "yahoo/chart-AAPL-1d-with-split.json: 49 bars from 2020-08-31T13:30:00Z 127.58 131.0"
              + " 126.0 129.04 225702700 125.827 final 2020-08-31T20:00:00Z to"
              + " 2020-11-06T14:30:00Z 118.32 119.2 116.13 118.69 114457900 115.934 final"
              + " 2020-11-06T21:00:00Z; dividend 2020-11-06T14:30:00Z 0.205, split"
              + " 2020-08-31T13:30:00Z 4.0:1.0",
          // Minutes are asked for by nobody; they are not taken for days.
          "yahoo/chart-AAPL-1m-null-row.json: MALFORMED",
          // The same without rows.
          "yahoo/chart-AAPL-1m-weekend-no-timestamp.json: MALFORMED",
          // No dividend: both closes are the same.
          "yahoo/chart-AMZN-1d-2days.json: 1 bars from 2020-01-02T14:30:00Z 93.75 94.9005 93.2075"
              + " 94.9005 80580000 94.9 final 2020-01-02T21:00:00Z to 2020-01-02T14:30:00Z 93.75"
              + " 94.9005 93.2075 94.9005 80580000 94.9 final 2020-01-02T21:00:00Z",
          // Another exchange than New York, by its own zone and hours.
          "yahoo/chart-BTC-USD-1d-2days.json: 3 bars from 2020-01-01T00:00:00Z 7194.892 7254.331"
              + " 7174.944 7200.174 18565664997 7200.174 final 2020-01-01T23:59:00Z to"
              + " 2020-01-03T00:00:00Z 6984.429 7413.715 6914.996 7344.884 28111481032 7344.884"
              + " final 2020-01-03T23:59:00Z",
          // No timestamp member means no rows.
          "yahoo/chart-CAPIO.ST-no-data.json: no bars",
          // The stub at the close is dropped, the last half hour ends at the close.
          "yahoo/chart-CPB-1h-1day.json: 7 bars from 2022-03-08T14:30:00Z 45.54 45.66 44.26 44.26"
              + " 389885 - final 2022-03-08T15:30:00Z to 2022-03-08T20:30:00Z 42.75 42.82 42.29"
              + " 42.31 1661796 - final 2022-03-08T21:00:00Z",
          // Another split-adjusted price.
          "yahoo/chart-GOOG-1d-2days.json: 1 bars from 2020-01-02T14:30:00Z 67.0775 68.407 67.0775"
              + " 68.3685 28132000 68.124 final 2020-01-02T21:00:00Z to 2020-01-02T14:30:00Z"
              + " 67.0775 68.407 67.0775 68.3685 28132000 68.124 final 2020-01-02T21:00:00Z",
          // Its offset is that of March, its rows of January: dated by the zone.
          "yahoo/chart-GSPC-1d-jan2022.json: 22 bars from 2021-12-31T14:30:00Z 4775.21 4786.83"
              + " 4765.75 4766.18 2446190000 4766.18 final 2021-12-31T21:00:00Z to"
              + " 2022-02-01T14:30:00Z 4519.57 4550.49 4483.53 4546.54 3796450000 4546.54 final"
              + " 2022-02-01T21:00:00Z",
          // Minutes again.
          "yahoo/chart-GSPC-1m-2days.json: MALFORMED",
          // Four dividends; stamps across two clock changes.
          "yahoo/chart-MSFT-1d-dividends-1y.json: 252 bars from 2021-02-01T14:30:00Z 235.06 242.5"
              + " 232.43 239.65 33314200 231.186 final 2021-02-01T21:00:00Z to"
              + " 2022-01-28T14:30:00Z 300.23 308.48 294.45 308.26 49743700 299.866 final"
              + " 2022-01-28T21:00:00Z; dividend 2021-02-17T14:30:00Z 0.56, dividend"
              + " 2021-05-19T13:30:00Z 0.56, dividend 2021-08-18T13:30:00Z 0.56, dividend"
              + " 2021-11-17T14:30:00Z 0.62",
          // Sunday: Friday's row still carries the time of its last trade, and is final.
          "yahoo/chart-SPY-1d.json: 261 bars from 2020-11-30T14:30:00Z 362.83 363.12 359.17 362.06"
              + " 83872709 362.06 final 2020-11-30T21:00:00Z to 2021-12-10T14:30:00Z 469.23 470.89"
              + " 466.525 470.74 77165506 470.74 final 2021-12-10T21:00:00Z",
          // Thirds of a dollar after a split, to four decimals.
          "yahoo/chart-TSLA-1d-recent.json: 5 bars from 2021-01-04T14:30:00Z 239.82 248.1633"
              + " 239.0633 243.2567 145914600 243.257 final 2021-01-04T21:00:00Z to"
              + " 2021-01-08T14:30:00Z 285.3333 294.83 279.4633 293.34 225166500 293.34 final"
              + " 2021-01-08T21:00:00Z",
          // An evening: the day of the last trade is final.
          "yahoo/chart-TSLA-1d.json: 253 bars from 2020-12-21T14:30:00Z 666.24 668.5 646.07 649.86"
              + " 58045300 649.86 final 2020-12-21T21:00:00Z to 2021-12-21T14:30:00Z 916.87 939.5"
              + " 886.12 938.53 23103258 938.53 final 2021-12-21T21:00:00Z",
          // The row of nulls is skipped; Frankfurt by its own hours.
          "yahoo/chart-WSU.DE-1d-null-row.json: 2 bars from 2023-08-04T07:00:00Z 34.25 34.55 34.1"
              + " 34.45 1251 34.45 final 2023-08-04T15:30:00Z to 2023-08-08T07:00:00Z 34.05 34.2"
              + " 32.9 33.2 10846 33.2 final 2023-08-08T15:30:00Z",
          // Nothing in that range is not known, not malformed.
          "yahoo/chart-error-400-range-before-listing.json: NOT_FOUND",
          // Delisted.
          "yahoo/chart-error-404-delisted.json: NOT_FOUND",
          // Refreshed during the session: its last bar runs.
          "alphavantage/time_series_daily-IBM-trimmed.json: 2 bars from 2020-05-07T13:30:00Z 122.98"
              + " 123.26 120.85 121.23 4412047 - final 2020-05-07T20:00:00Z to"
              + " 2020-05-08T13:30:00Z 122.67 122.8 121.06 121.79 2538547 - running"
              + " 2020-05-08T18:07:03Z",
          // A premium function that is not asked for; its volume has another number.
          "alphavantage/time_series_daily_adjusted-IBM-trimmed.json: 2 bars from 2020-05-07T13:30:00Z"
              + " 122.98 123.26 120.85 121.23 - - final 2020-05-07T20:00:00Z to"
              + " 2020-05-08T13:30:00Z 122.67 122.8 121.06 121.805 - - running 2020-05-08T18:07:57Z",
          // Another function's answer is refused.
          "alphavantage/time_series_intraday-AAPL-15min-2022.json: MALFORMED",
          // The same.
          "alphavantage/time_series_intraday-MSFT-1min-2017.json: MALFORMED");

  private RecordedBars() {}

  /** What is known of that body. */
  static Optional<String> of(Recording recording) {
    String start = recording.path() + ": ";
    return FACTS.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst();
  }

  /** The bodies that the table knows. */
  static Set<String> names() {
    return FACTS.stream()
        .map(facts -> facts.substring(0, facts.indexOf(':')))
        .collect(Collectors.toSet());
  }

  static String print(BarSeries series) {
    if (series.bars().isEmpty()) {
      return "no bars";
    }
    Bar first = series.bars().get(0);
    Bar last = series.bars().get(series.bars().size() - 1);
    String events = series.adjustments().isEmpty() ? "" : "; " + series.adjustments();
    return series.bars().size() + " bars from " + print(first) + " to " + print(last) + events;
  }

  private static String print(Bar bar) {
    BarValues v = bar.values();
    String state = bar.isFinal() ? "final" : "running";
    return bar.start()
        + " "
        + Stream.of(v.open(), v.high(), v.low(), v.close(), v.volume(), v.adjClose(), state)
            .map(value -> Objects.toString(value, "-"))
            .collect(Collectors.joining(" "))
        + " "
        + bar.knownAt();
  }
}
