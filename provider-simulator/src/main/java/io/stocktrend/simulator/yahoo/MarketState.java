package io.stocktrend.simulator.yahoo;

import io.stocktrend.simulator.market.Session;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Yahoo's name for the part of the trading day. */
enum MarketState {
  PRE,
  REGULAR,
  POST,
  CLOSED;

  private static final LocalTime PRE_OPEN = LocalTime.of(4, 0);
  private static final LocalTime POST_CLOSE = LocalTime.of(20, 0);

  static MarketState at(Instant now) {
    ZonedDateTime local = now.atZone(Session.ZONE);
    LocalTime time = local.toLocalTime();
    if (!Session.isHeld(local.toLocalDate())
        || time.isBefore(PRE_OPEN)
        || !time.isBefore(POST_CLOSE)) {
      return CLOSED;
    }
    Session today = new Session(local.toLocalDate());
    if (today.isRunningAt(now)) {
      return REGULAR;
    }
    return now.isBefore(today.open()) ? PRE : POST;
  }
}
