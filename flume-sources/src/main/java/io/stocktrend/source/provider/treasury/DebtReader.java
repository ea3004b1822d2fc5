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
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Debt to the penny of each business day, in dollars. A day's debt comes out on the next business
 * day, which is the day of the next row; so the newest row is known from its first sighting.
 */
final class DebtReader {
  private static final String TITLE = "Debt to the penny";
  private static final Map<String, String> MEMBERS =
      Map.of(
          "tot_pub_debt_out_amt", "total_public_debt",
          "debt_held_public_amt", "debt_held_by_the_public",
          "intragov_hold_amt", "intragovernmental_holdings");

  private final FiscalData data;

  DebtReader(FiscalData data) {
    this.data = data;
  }

  Announcements read(AnnouncementQuery query) throws ProviderException, InterruptedException {
    Announcements announcements = Announcements.empty();
    TreeMap<LocalDate, Map<String, Double>> byDay = new TreeMap<>();
    for (JsonNode row : data.rows("v2/accounting/od/debt_to_penny", query.since())) {
      LocalDate day = TreasuryDates.day(Json.text(row.path("record_date")));
      Map<String, Double> values = values(row);
      if (day == null || values.isEmpty()) {
        announcements.unusable().add("the debt of " + day + " lacks its day or every amount");
      } else {
        byDay.put(day, values);
      }
    }
    byDay.forEach((day, values) -> announcements.found().add(finding(byDay, day, values)));
    return announcements;
  }

  private static Finding finding(
      NavigableMap<LocalDate, ?> days, LocalDate day, Map<String, Double> values) {
    var row = TreasuryRows.row(AnnouncementKind.TREASURY_DEBT, TITLE, day, values);
    LocalDate next = days.higherKey(day);
    return next == null ? Finding.undated(row) : Finding.published(row, NewYork.evening(next));
  }

  private static Map<String, Double> values(JsonNode row) {
    Map<String, Double> values = new TreeMap<>();
    MEMBERS.forEach(
        (member, name) -> {
          Double amount = Json.number(row.path(member));
          if (amount != null) {
            values.put(name, amount);
          }
        });
    return values;
  }
}
