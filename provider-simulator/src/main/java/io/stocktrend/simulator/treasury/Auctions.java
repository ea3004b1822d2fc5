package io.stocktrend.simulator.treasury;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Noise;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Request;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * TreasuryDirect's search: bills every Monday, a note once a month. Announced on the Thursday
 * before at 11:00 in New York, held three minutes before the results are there. All values are
 * texts, what is missing is empty.
 */
final class Auctions {

  private static final String[] RESULTS = {
    "bidToCoverRatio",
    "highYield",
    "averageMedianYield",
    "highDiscountRate",
    "highInvestmentRate",
    "highPrice",
    "totalTendered",
    "totalAccepted",
    "competitiveAccepted",
    "noncompetitiveAccepted",
    "primaryDealerAccepted",
    "directBidderAccepted",
    "indirectBidderAccepted",
    "somaAccepted",
    "interestRate"
  };
  private static final int MINUTES_TO_RESULTS = 3;

  private final long seed;

  Auctions(long seed) {
    this.seed = Noise.seed(seed, "treasury.auctions");
  }

  private record Security(
      LocalDate day, String type, String term, int closingHour, int closingMinute) {
    LocalDate announced() {
      return day.with(TemporalAdjusters.previous(DayOfWeek.THURSDAY));
    }

    Instant closing() {
      return Days.at(day, closingHour, closingMinute);
    }

    boolean isBill() {
      return type.equals("Bill");
    }
  }

  Answer search(Request request) {
    LocalDate from = request.parameter("startDate").map(LocalDate::parse).orElse(LocalDate.EPOCH);
    LocalDate to = request.parameter("endDate").map(LocalDate::parse).orElse(LocalDate.EPOCH);
    Instant now = request.receivedAt();
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    for (LocalDate day = to; !day.isBefore(from); day = day.minusDays(1)) {
      if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
        add(found, new Security(day, "Bill", "13-Week", 11, 30), now);
        add(found, new Security(day, "Bill", "26-Week", 11, 30), now);
      }
      if (day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.WEDNESDAY)))) {
        add(found, new Security(day, "Note", "10-Year", 13, 0), now);
      }
    }
    return Answer.json(200, found);
  }

  private void add(ArrayNode found, Security security, Instant now) {
    Instant announced = Days.at(security.announced(), 11, 0);
    if (announced.isAfter(now)) {
      return;
    }
    Instant results = security.closing().plusSeconds(MINUTES_TO_RESULTS * 60L);
    boolean held = !results.isAfter(now);
    ObjectNode json = terms(security);
    for (String result : RESULTS) {
      json.put(result, "");
    }
    if (held) {
      results(json, security);
    }
    json.put("updatedTimestamp", local(held ? results : announced));
    found.add(json);
  }

  private ObjectNode terms(Security security) {
    int closing = security.closingHour();
    return JsonNodeFactory.instance
        .objectNode()
        .put("cusip", cusip(security))
        .put("issueDate", security.day().plusDays(3) + "T00:00:00")
        .put("securityType", security.type())
        .put("securityTerm", security.term())
        .put("type", security.type())
        .put("announcementDate", security.announced() + "T00:00:00")
        .put("auctionDate", security.day() + "T00:00:00")
        .put("closingTimeCompetitive", closing > 12 ? "01:00 PM" : "11:30 AM")
        .put("offeringAmount", security.isBill() ? "80000000000" : "42000000000")
        .put("reopening", "No");
  }

  private String cusip(Security security) {
    return "912SYN"
        + Long.toString(security.day().toEpochDay() * 40 + security.term().charAt(0), 36)
            .toUpperCase(Locale.ROOT);
  }

  private void results(ObjectNode json, Security security) {
    double chance =
        Noise.uniform(seed, security.day().toEpochDay() * 40 + security.term().charAt(0));
    json.put("bidToCoverRatio", decimal("%.6f", 2 + chance))
        .put("highPrice", decimal("%.6f", 98 + chance))
        .put("totalTendered", decimal("%.0f", 200e9 + chance * 1e9))
        .put("totalAccepted", decimal("%.0f", 80e9 + chance * 1e6))
        .put("competitiveAccepted", decimal("%.0f", 78e9))
        .put("noncompetitiveAccepted", decimal("%.0f", 2e9))
        .put("primaryDealerAccepted", decimal("%.0f", 30e9))
        .put("directBidderAccepted", decimal("%.0f", 8e9))
        .put("indirectBidderAccepted", decimal("%.0f", 40e9))
        .put("somaAccepted", "0");
    if (security.isBill()) {
      json.put("highDiscountRate", decimal("%.6f", 3 + chance));
      json.put("highInvestmentRate", decimal("%.4f", 3.1 + chance));
    } else {
      json.put("highYield", decimal("%.4f", 4 + chance));
      json.put("averageMedianYield", decimal("%.6f", 3.95 + chance));
      json.put("interestRate", "4.125000");
    }
  }

  private static String decimal(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String local(Instant instant) {
    String text = instant.atZone(Days.NEW_YORK).toLocalDateTime().toString();
    return text.length() == "2026-01-01T00:00".length() ? text + ":00" : text;
  }
}
