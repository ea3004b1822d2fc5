package io.stocktrend.source.provider.federalreserve;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.NewYork;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the statements that are not known yet, a page each; a page's failure costs no other. */
final class FomcStatements {
  private final FedPages pages;
  private Map<String, Instant> feedTimes;

  FomcStatements(FedPages pages) {
    this.pages = pages;
  }

  Announcements read(List<FomcMeeting> meetings, Predicate<String> isKnown)
      throws InterruptedException {
    Announcements announcements = Announcements.empty();
    feedTimes = null;
    for (FomcMeeting meeting : meetings) {
      if (meeting.statement() == null || isKnown.test(FomcReader.statementKey(meeting))) {
        continue;
      }
      try {
        read(meeting, announcements);
      } catch (ProviderException e) {
        announcements.failed().add(e);
        if (isForAll(e)) {
          break;
        }
      }
    }
    return announcements;
  }

  /** What keeps one page away by its nature keeps the rest away as well. */
  private static boolean isForAll(ProviderException failure) {
    return failure.kind() == FailureKind.AUTHENTICATION
        || failure.kind() == FailureKind.QUOTA
        || failure.kind().isTransient();
  }

  private void read(FomcMeeting meeting, Announcements announcements)
      throws ProviderException, InterruptedException {
    String address = FomcReader.address(meeting.statement());
    if (!address.startsWith(FomcReader.SITE + '/')) {
      announcements.unusable().add("the statement " + address + " lies elsewhere");
      return;
    }
    StatementPage page =
        StatementPage.parse(
            pages.page(address.substring(FomcReader.SITE.length()), StatementPage.MARKER));
    Optional<Instant> time = page.releasedAt();
    if (time.isEmpty()) {
      time = Optional.ofNullable(feedTimes().get(address));
    }
    String fault = time.map(t -> fault(t, meeting)).orElse("has no release time");
    if (fault.isEmpty()) {
      announcements.found().add(FomcReader.statement(meeting, page, time.get()));
    } else {
      announcements.unusable().add("the statement " + address + ' ' + fault);
    }
  }

  /** A page of another day in the place of the one that was asked for has another day's time. */
  private static String fault(Instant time, FomcMeeting meeting) {
    boolean isBefore = time.isBefore(NewYork.at(meeting.days().first().atStartOfDay()));
    return isBefore ? "is dated " + time + ", before its meeting" : "";
  }

  private Map<String, Instant> feedTimes() throws ProviderException, InterruptedException {
    if (feedTimes == null) {
      Map<String, Instant> times = new HashMap<>();
      for (FedFeed.Item item : pages.feed(FedPages.PRESS).items()) {
        if (item.link() != null && item.publishedAt() != null) {
          times.put(item.link(), item.publishedAt());
        }
      }
      feedTimes = times;
    }
    return feedTimes;
  }
}
