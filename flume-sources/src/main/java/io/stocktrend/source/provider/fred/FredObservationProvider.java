package io.stocktrend.source.provider.fred;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ObservationProvider;
import io.stocktrend.source.provider.ProviderAccess;
import io.stocktrend.source.provider.SeriesQuery;
import io.stocktrend.source.provider.SeriesValues;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Observations from {@code series/observations} in all their vintages, up to the last day that is
 * over in St. Louis: what is released on a day is whole once the day is over, and FRED refuses to
 * be asked about a day that has not begun there. A series that the archive of vintages does not
 * hold comes as it is now.
 */
public final class FredObservationProvider implements ObservationProvider {
  static final ZoneId ST_LOUIS = ZoneId.of("America/Chicago");
  private static final LocalDate BEGINNING = LocalDate.of(1776, 7, 4);

  private final FredPages pages;
  private final Clock clock;

  public FredObservationProvider(ProviderAccess access) {
    this.pages = new FredPages(access);
    this.clock = access.clock();
  }

  @Override
  public SeriesValues observations(SeriesQuery query)
      throws ProviderException, InterruptedException {
    LocalDate through = LocalDate.ofInstant(clock.instant(), ST_LOUIS).minusDays(1);
    LocalDate since = query.since();
    if (since != null && !since.isBefore(through)) {
      return new SeriesValues(List.of(), since);
    }
    Vintages vintages = new Vintages(since);
    Window whole = new Window(since == null ? BEGINNING : since, through);
    return collect(query.series(), whole, vintages)
        ? new SeriesValues(vintages.inOrder(), through)
        : pages.current(query.series());
  }

  /** Halves the days wherever they hold too many vintages; false if the archive has none at all. */
  private boolean collect(String series, Window whole, Vintages vintages)
      throws ProviderException, InterruptedException {
    Deque<Window> open = new ArrayDeque<>();
    open.push(whole);
    boolean isArchived = false;
    while (!open.isEmpty()) {
      Window window = open.pop();
      FredPages.Found found = pages.vintages(series, window);
      if (found.isTooMuch()) {
        open.push(window.secondHalf());
        open.push(window.firstHalf());
      } else if (found.isArchived()) {
        isArchived = true;
        vintages.add(window, found.values());
      }
    }
    return isArchived;
  }

  /** Days of release, both ends included. */
  record Window(LocalDate from, LocalDate to) {
    private LocalDate middle() {
      return LocalDate.ofEpochDay(Math.floorDiv(from.toEpochDay() + to.toEpochDay(), 2));
    }

    Window firstHalf() {
      return new Window(from, middle());
    }

    Window secondHalf() {
      return new Window(middle().plusDays(1), to);
    }
  }
}
