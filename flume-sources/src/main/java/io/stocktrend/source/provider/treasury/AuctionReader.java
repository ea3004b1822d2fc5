package io.stocktrend.source.provider.treasury;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.record.Announcement;
import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementQuery;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.Finding;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.NewYork;
import io.stocktrend.source.provider.ProviderAccess;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.HttpUrl;

/**
 * Auctions from TreasuryDirect's search: announced ones, whose result members are empty, and held
 * ones. An auction that has been held is a new version of the one that was announced; the time of
 * the security's last update is that of the version.
 */
final class AuctionReader {
  private static final int DAYS_AHEAD = 60;
  private static final List<String> RESULTS =
      List.of(
          "bidToCoverRatio",
          "highYield",
          "averageMedianYield",
          "lowYield",
          "highDiscountRate",
          "averageMedianDiscountRate",
          "lowDiscountRate",
          "highInvestmentRate",
          "highDiscountMargin",
          "highPrice",
          "allocationPercentage",
          "totalTendered",
          "totalAccepted",
          "competitiveTendered",
          "competitiveAccepted",
          "noncompetitiveAccepted",
          "fimaNoncompetitiveAccepted",
          "somaAccepted",
          "primaryDealerAccepted",
          "directBidderAccepted",
          "indirectBidderAccepted");
  private static final List<String> TERMS = List.of("offeringAmount", "interestRate");

  private final ProviderAccess access;
  private final StatusPolicy statuses;

  AuctionReader(ProviderAccess access, StatusPolicy statuses) {
    this.access = access;
    this.statuses = statuses;
  }

  Announcements read(AnnouncementQuery query) throws ProviderException, InterruptedException {
    Announcements announcements = Announcements.empty();
    Answer answer = access.http().get(url(query.since()), this::check);
    for (JsonNode security : Json.parse(TreasuryRows.PROVIDER, answer)) {
      add(security, announcements);
    }
    return announcements;
  }

  private HttpUrl url(LocalDate since) {
    LocalDate today = LocalDate.ofInstant(access.clock().instant(), NewYork.ZONE);
    return access
        .url("treasury.directUrl", "securities/search")
        .addQueryParameter("startDate", since.toString())
        .addQueryParameter("endDate", today.plusDays(DAYS_AHEAD).toString())
        .addQueryParameter("dateFieldName", "auctionDate")
        .addQueryParameter("format", "json")
        .build();
  }

  private void check(Answer answer) throws ProviderException {
    statuses.check(answer);
    if (!Json.tryParse(answer).map(JsonNode::isArray).orElse(false)) {
      throw new ProviderException(
          TreasuryRows.PROVIDER, FailureKind.MALFORMED, "an answer that is no list of securities");
    }
  }

  private static void add(JsonNode security, Announcements announcements) {
    String cusip = Json.text(security.path("cusip"));
    String term = Json.text(security.path("securityTerm"));
    LocalDate day = TreasuryDates.day(Json.text(security.path("auctionDate")));
    if (cusip == null || term == null || day == null) {
      announcements
          .unusable()
          .add("the auction of " + cusip + " on " + day + " lacks its CUSIP, term or day");
      return;
    }
    Map<String, Double> results = values(security, RESULTS);
    Map<String, Double> values = values(security, TERMS);
    values.putAll(results);
    String title = term + " Treasury " + type(security) + " auction, CUSIP " + cusip;
    Announcement.Builder row =
        TreasuryRows.row(AnnouncementKind.TREASURY_AUCTION, title, day, values);
    announcements.found().add(dated(security, row, !results.isEmpty()));
  }

  /** Bills for cash management and inflation-protected notes have a type of their own. */
  private static String type(JsonNode security) {
    String type = Json.text(security.path("type"));
    return type == null ? Json.text(security.path("securityType")) : type;
  }

  /** Results come out minutes after the closing: a time of update before it is not theirs. */
  private static Finding dated(JsonNode security, Announcement.Builder row, boolean isHeld) {
    LocalDate day = row.getStartsOn();
    LocalDate announced = TreasuryDates.day(Json.text(security.path("announcementDate")));
    String closing = Json.text(security.path("closingTimeCompetitive"));
    Instant updated = TreasuryDates.instant(Json.text(security.path("updatedTimestamp")));
    if (!isHeld && announced == null) {
      return Finding.undated(row);
    }
    Instant earliest =
        isHeld ? TreasuryDates.closing(day, closing) : NewYork.at(announced.atStartOfDay());
    return updated != null && !updated.isBefore(earliest)
        ? Finding.version(row, updated)
        : Finding.published(row, NewYork.evening(isHeld ? day : announced));
  }

  private static Map<String, Double> values(JsonNode security, List<String> members) {
    Map<String, Double> values = new TreeMap<>();
    for (String member : members) {
      Double value = Json.number(security.path(member));
      if (value != null) {
        values.put(column(member), value);
      }
    }
    return values;
  }

  /** {@code bidToCoverRatio} is {@code bid_to_cover_ratio}, as columns are named. */
  private static String column(String member) {
    return member.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
