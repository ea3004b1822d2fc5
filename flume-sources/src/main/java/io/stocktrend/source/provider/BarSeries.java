package io.stocktrend.source.provider;

import java.util.List;

/**
 * What a provider answered.
 *
 * @param bars oldest first, each start once
 * @param adjustments the splits and dividends of that time as a text that changes when one is
 *     added; empty where the provider tells none
 */
public record BarSeries(List<Bar> bars, String adjustments) {
  public BarSeries {
    bars = List.copyOf(bars);
  }
}
