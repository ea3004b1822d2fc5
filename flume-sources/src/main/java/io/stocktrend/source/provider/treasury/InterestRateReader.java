package io.stocktrend.source.provider.treasury;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementQuery;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.Finding;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.NewYork;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * Average interest rates on the Treasury's securities, of each month's last day. They come out in
 * the course of the next month, nobody says on which day: its last one is late enough.
 */
final class InterestRateReader {
  private final FiscalData data;

  InterestRateReader(FiscalData data) {
    this.data = data;
  }

  Announcements read(AnnouncementQuery query) throws ProviderException, InterruptedException {
    Announcements announcements = Announcements.empty();
    for (JsonNode row : data.rows("v2/accounting/od/avg_interest_rates", query.since())) {
      LocalDate day = TreasuryDates.day(Json.text(row.path("record_date")));
      String type = Json.text(row.path("security_type_desc"));
      String security = Json.text(row.path("security_desc"));
      Double rate = Json.number(row.path("avg_interest_rate_amt"));
      if (day == null || security == null || rate == null) {
        announcements
            .unusable()
            .add("the rate of " + security + " on " + day + " lacks its day, name or value");
        continue;
      }
      String title = "Average interest rate: " + (type == null ? "" : type + ", ") + security;
      announcements
          .found()
          .add(
              Finding.published(
                  TreasuryRows.row(
                      AnnouncementKind.TREASURY_INTEREST_RATE,
                      title,
                      day,
                      Map.of("average_interest_rate", rate)),
                  NewYork.evening(YearMonth.from(day).plusMonths(1).atEndOfMonth())));
    }
    return announcements;
  }
}
