package io.stocktrend.source;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.RecordId;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.AnnouncementProvider;
import io.stocktrend.source.provider.AnnouncementQuery;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.Finding;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Asks for the announcements of one task, and passes on each with the time since when it could be
 * known.
 */
final class PolicyDesk {
  private final Map<String, AnnouncementProvider> providers;
  private final List<String> symbols;
  private final Clock clock;

  /**
   * @param providers by name
   * @param symbols that every row relates to
   */
  PolicyDesk(Map<String, AnnouncementProvider> providers, List<String> symbols, Clock clock) {
    this.providers = providers;
    this.symbols = symbols;
    this.clock = clock;
  }

  /** A mistake in one reader must not keep the other kinds from being read. */
  Announcements ask(PolicyTask task, LocalDate since, Emitter emitter) throws InterruptedException {
    AnnouncementQuery query = new AnnouncementQuery(task.kind(), since, emitter::knows);
    Announcements none = Announcements.empty();
    try {
      return providers.get(task.provider()).announcements(query);
    } catch (ProviderException e) {
      none.failed().add(e);
    } catch (RuntimeException e) {
      none.failed().add(RoundFailures.unread(task.provider(), e));
    }
    return none;
  }

  /** Offers what was found; a row that tells of a time to come becomes one that is unusable. */
  void take(Finding finding, Announcements answer, Emitter emitter)
      throws IOException, InterruptedException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (AnnouncementTimes.isAhead(finding, now)) {
      String time = finding.row().getEventTime() + ", which is still to come";
      answer.unusable().add("'" + finding.row().getTitle() + "' is dated " + time);
      return;
    }
    Instant knownAt = AnnouncementTimes.knownAt(finding, now, emitter::knows);
    String id = RecordId.of(finding.key(), knownAt);
    Announcement row =
        finding
            .row()
            .setRelatedSymbols(symbols)
            .setRecordId(id)
            .setKnownAt(knownAt)
            .setCollectedAt(now)
            .build();
    emitter.offer(row, finding.datesVersion() ? List.of(id) : List.of());
  }
}
