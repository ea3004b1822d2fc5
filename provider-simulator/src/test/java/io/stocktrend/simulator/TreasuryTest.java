package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TreasuryTest {

  private static final String CURVE =
      "/treasury/interest-rates/pages/xml?data=daily_treasury_yield_curve&field_tdr_date_value=";
  private static final String FISCAL = "/treasury/services/api/fiscal_service/v2/accounting/od/";
  private static final String AUCTIONS =
      "/treasury/TA_WS/securities/search?format=json&startDate=2026-03-01&endDate=2026-03-31";

  private Probe probe;

  @AfterEach
  void stop() {
    probe.close();
  }

  private Probe at(String instant) throws Exception {
    if (probe != null) {
      probe.close();
    }
    probe = Probe.at(Instant.parse(instant));
    return probe;
  }

  @Test
  void theCurveOfADayIsThereFromHalfPastFiveOn() throws Exception {
    assertFalse(at("2026-03-11T21:29:59Z").get(CURVE + 2026).body().contains("2026-03-11T00"));
    String xml = at("2026-03-11T21:30:00Z").get(CURVE + 2026).body();

    assertTrue(xml.contains("2026-03-11T00:00:00"), xml);
    assertTrue(xml.contains("BC_1_5MONTH"), xml);
    assertTrue(xml.contains("BC_30YEARDISPLAY m:type=\"Edm.Double\">0.00<"), xml);
    assertFalse(probe.get(CURVE + 2024).body().contains("BC_1_5MONTH"), "it is younger");
    assertTrue(
        probe
            .get(CURVE + 2025)
            .body()
            .contains("2025-10-13T00:00:00</d:NEW_DATE>\n</m:properties>"),
        "a holiday without rates");
  }

  @Test
  void debtComesOnTheNextBusinessDayInPagesLinkedByFragments() throws Exception {
    String path = FISCAL + "debt_to_penny?filter=record_date:gte:2026-01-01&sort=record_date";
    at("2026-03-16T19:59:59Z");
    JsonNode first =
        probe.json(path + "&page[number]=1&page[size]=20".replace("[", "%5B").replace("]", "%5D"));
    String next = first.at("/links/next").asText();
    JsonNode second = probe.json(path + next);

    assertEquals("&page%5Bnumber%5D=2&page%5Bsize%5D=20", next);
    assertEquals("2026-01-02", first.at("/data/0/record_date").asText());
    assertEquals("2026-01-30", second.at("/data/0/record_date").asText());
    JsonNode newest = probe.json(path.replace("sort=", "sort=-")).at("/data/0");
    assertEquals("2026-03-12", newest.path("record_date").asText(), "Friday's comes on Monday");
    double sum =
        newest.path("debt_held_public_amt").asDouble()
            + newest.path("intragov_hold_amt").asDouble();
    assertEquals(newest.path("tot_pub_debt_out_amt").asDouble(), sum, 0.02);
    newest = at("2026-03-16T20:00:00Z").json(path.replace("sort=", "sort=-")).at("/data/0");
    assertEquals("2026-03-13", newest.path("record_date").asText());
  }

  @Test
  void averageRatesComeOnTheEighthAsTexts() throws Exception {
    String path = FISCAL + "avg_interest_rates?filter=record_date:gte:2026-02-01&sort=record_date";
    assertEquals(0, at("2026-03-08T15:59:59Z").json(path).at("/meta/total-count").asInt());
    JsonNode page = at("2026-03-08T16:00:00Z").json(path);

    assertEquals(6, page.at("/meta/total-count").asInt());
    assertTrue(page.at("/data/0/avg_interest_rate_amt").isTextual());
    assertTrue(page.at("/links/next").isNull());
  }

  @Test
  void anAuctionsResultsAreEmptyUntilThreeMinutesAfterTheClosing() throws Exception {
    JsonNode announced = bill(at("2026-03-09T15:32:59Z"));
    JsonNode held = bill(at("2026-03-09T15:33:00Z"));

    assertEquals("", announced.path("highDiscountRate").asText());
    assertEquals("2026-03-05T11:00:00", announced.path("updatedTimestamp").asText());
    assertFalse(held.path("highDiscountRate").asText().isEmpty());
    assertEquals("", held.path("highYield").asText());
    assertEquals("2026-03-09T11:33:00", held.path("updatedTimestamp").asText());
    assertEquals(announced.path("cusip"), held.path("cusip"));
    held.forEach(value -> assertTrue(value.isTextual()));
  }

  private static JsonNode bill(Probe probe) {
    for (JsonNode security : probe.json(AUCTIONS)) {
      if (security.path("auctionDate").asText().startsWith("2026-03-09")
          && security.path("securityTerm").asText().equals("13-Week")) {
        return security;
      }
    }
    throw new AssertionError("no such bill");
  }
}
