package io.stocktrend.source.provider.federalreserve;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.ProviderAccess;
import java.time.Duration;
import java.time.Instant;

/** Fetches pages and feeds. The calendar page serves for several kinds of one round. */
final class FedPages {
  static final String PRESS = "/feeds/press_all.xml";
  static final String SPEECHES = "/feeds/speeches.xml";

  private static final Duration ROUND = Duration.ofMinutes(10);

  private final ProviderAccess access;
  private final StatusPolicy statuses;
  private FomcCalendar calendar;
  private Instant calendarUntil = Instant.MIN;

  FedPages(ProviderAccess access) {
    this.access = access;
    this.statuses = new StatusPolicy(FederalReserveAnswers.PROVIDER, access.clock());
  }

  /** The calendar, at most some minutes old. */
  FomcCalendar calendar() throws ProviderException, InterruptedException {
    if (!access.clock().instant().isBefore(calendarUntil)) {
      calendar = FomcCalendar.parse(page(FomcReader.CALENDAR, ".fomc-meeting"));
      calendarUntil = access.clock().instant().plus(ROUND);
    }
    return calendar;
  }

  /** The page at that path, which begins with a slash, if it has what the selector finds. */
  String page(String path, String marker) throws ProviderException, InterruptedException {
    return access
        .http()
        .get(
            access.url("federalreserve.baseUrl", path.substring(1)).build(),
            new FederalReserveAnswers(statuses, marker))
        .text();
  }

  FedFeed feed(String path) throws ProviderException, InterruptedException {
    return FedFeed.parse(
        access
            .http()
            .get(access.url("federalreserve.baseUrl", path.substring(1)).build(), statuses));
  }
}
