package io.stocktrend.source.provider;

/** What an announcement is, as the column {@code kind} has it. */
public enum AnnouncementKind {
  FOMC_MEETING,
  FOMC_STATEMENT,
  FOMC_MINUTES,
  FED_PRESS_RELEASE,
  FED_SPEECH,
  TREASURY_AUCTION,
  TREASURY_YIELD_CURVE,
  TREASURY_INTEREST_RATE,
  TREASURY_DEBT
}
