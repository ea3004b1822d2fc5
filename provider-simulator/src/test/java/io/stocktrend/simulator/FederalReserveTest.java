package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FederalReserveTest {

  private static final String ROOT = "/federalreserve";
  private static final String CALENDAR = ROOT + "/monetarypolicy/fomccalendars.htm";
  private static final String STATEMENT = ROOT + "/newsevents/pressreleases/monetary20260318a.htm";

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
  void theCalendarHasThePanelsInTheRecordedOrderBehindAByteOrderMark() throws Exception {
    String page = at("2026-03-11T15:00:00Z").get(CALENDAR).body();

    assertEquals('\uFEFF', page.charAt(0));
    assertTrue(page.indexOf("2026 FOMC Meetings") < page.indexOf("2021 FOMC Meetings"));
    assertTrue(page.indexOf("2021 FOMC Meetings") < page.indexOf("2027 FOMC Meetings"));
    assertTrue(page.contains("fomc-meeting\" \">"), "the stray quote");
    for (String row : new String[] {"17-18*", "22 (notation vote)", ">Jan/Feb<", "(cancelled)"}) {
      assertTrue(page.contains(row), row);
    }
  }

  @Test
  void aStatementIsThereFromTwoInTheAfternoonOn() throws Exception {
    assertEquals(404, at("2026-03-18T17:59:59Z").get(STATEMENT).statusCode());
    assertFalse(probe.get(CALENDAR).body().contains("monetary20260318a.htm"));

    String page = at("2026-03-18T18:00:00Z").get(STATEMENT).body();
    assertTrue(probe.get(CALENDAR).body().contains("monetary20260318a.htm"));
    assertTrue(page.contains("For release at 2:00 p.m. EDT\n"), page);
    assertTrue(probe.get(ROOT + "/feeds/press_all.xml").body().contains("monetary20260318a.htm"));
  }

  @Test
  void minutesAreThereThreeWeeksAfterTheMeeting() throws Exception {
    assertFalse(at("2026-04-08T17:59:59Z").get(CALENDAR).body().contains("April 08, 2026"));
    assertTrue(
        at("2026-04-08T18:00:00Z").get(CALENDAR).body().contains("(Released April 08, 2026)"));
  }

  @Test
  void feedsHaveFifteenItemsNewestFirstAndKeepThem() throws Exception {
    String feed = at("2026-03-11T15:00:00Z").get(ROOT + "/feeds/speeches.xml").body();

    assertEquals('\uFEFF', feed.charAt(0));
    assertEquals(16, feed.split("<item>", -1).length);
    assertTrue(feed.contains("T&uuml;rkiye]]>"), feed);
    String newest = feed.substring(feed.indexOf("<item>"), feed.indexOf("</item>"));
    assertTrue(
        at("2026-03-12T15:00:00Z").get(ROOT + "/feeds/speeches.xml").body().contains(newest));
  }

  @Test
  void emptyAnswersHoldNothing() throws Exception {
    at("2026-03-11T15:00:00Z").simulator.inject(Fault.on("federalreserve.*", FaultKind.EMPTY));

    assertFalse(probe.get(CALENDAR).body().contains("fomc-meeting"));
    assertFalse(probe.get(ROOT + "/feeds/press_all.xml").body().contains("<item>"));
    assertEquals(404, probe.get(ROOT + "/newsevents/pressreleases/x.htm").statusCode());
  }
}
