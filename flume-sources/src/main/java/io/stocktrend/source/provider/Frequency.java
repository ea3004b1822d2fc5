package io.stocktrend.source.provider;

import java.util.Locale;

/** How often a series is observed. */
public enum Frequency {
  DAILY,
  WEEKLY,
  MONTHLY,
  QUARTERLY,
  ANNUAL;

  /** The word as providers write it, such as {@code monthly}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
