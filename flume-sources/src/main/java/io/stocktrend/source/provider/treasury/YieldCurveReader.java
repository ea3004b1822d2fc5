package io.stocktrend.source.provider.treasury;

import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementQuery;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.Finding;
import io.stocktrend.source.provider.NewYork;
import io.stocktrend.source.provider.ProviderAccess;
import java.time.LocalDate;
import okhttp3.HttpUrl;

/** Daily par yield curve rates, asked for by calendar year and known from the day's evening. */
final class YieldCurveReader {
  private static final String TITLE = "Daily Treasury par yield curve rates";

  private final ProviderAccess access;
  private final AnswerPolicy answers;

  YieldCurveReader(ProviderAccess access, AnswerPolicy statuses) {
    this.access = access;
    this.answers =
        answer -> {
          statuses.check(answer);
          YieldCurve.parse(answer.body());
        };
  }

  Announcements read(AnnouncementQuery query) throws ProviderException, InterruptedException {
    Announcements announcements = Announcements.empty();
    int last = LocalDate.ofInstant(access.clock().instant(), NewYork.ZONE).getYear();
    for (int year = query.since().getYear(); year <= last; year++) {
      for (YieldCurve.Day day : YieldCurve.parse(access.http().get(url(year), answers).body())) {
        add(day, query.since(), announcements);
      }
    }
    return announcements;
  }

  private HttpUrl url(int year) {
    return access
        .url("treasury.ratesUrl", "pages/xml")
        .addQueryParameter("data", "daily_treasury_yield_curve")
        .addQueryParameter("field_tdr_date_value", Integer.toString(year))
        .build();
  }

  /** The row of a holiday has no rates: nothing was published. */
  private static void add(YieldCurve.Day day, LocalDate since, Announcements announcements) {
    LocalDate date = TreasuryDates.day(day.date());
    if (date == null) {
      announcements.unusable().add("a curve of the day '" + day.date() + "', which is no date");
      return;
    }
    if (!day.rates().isEmpty() && !date.isBefore(since)) {
      announcements
          .found()
          .add(
              Finding.published(
                  TreasuryRows.row(AnnouncementKind.TREASURY_YIELD_CURVE, TITLE, date, day.rates()),
                  NewYork.evening(date)));
    }
  }
}
