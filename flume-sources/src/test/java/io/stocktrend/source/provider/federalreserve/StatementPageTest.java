package io.stocktrend.source.provider.federalreserve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementPageTest {
  private static final String PAGE =
      """
      <html><head><title>Page</title></head><body><svg><title>Seal</title></svg>
      <div id="article"><div class="heading"><p class="article__time">%s</p>
      <h3 class="title">A made-up statement</h3>
      <p class="releaseTime">%s
      <ul><li>Share</li></ul></div>
      <div><p>First.</p><p>Second&nbsp;&amp; last.</p><p>For media inquiries, ask nobody.</p>
      <p><a href="x">Implementation Note issued</a></p></div></div>
      <div id="lastUpdate">Last Update: July 31, 2026</div></body></html>""";

  private static StatementPage page(String day, String time) {
    return StatementPage.parse(PAGE.formatted(day, time));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "January 28, 2026; For release at 2:00 p.m. EST; 2026-01-28T19:00:00Z",
        "July 29, 2026; For release at 2:00 p.m. EDT; 2026-07-29T18:00:00Z",
        "March 15, 2026; For release at 5:00 P.M. EDT; 2026-03-15T21:00:00Z",
        "March 3, 2026; For release at 10:00 a.m. EST; 2026-03-03T15:00:00Z",
        "March 3, 2026; For release at 12:30 p.m. EST; 2026-03-03T17:30:00Z",
        // The zone is taken by its name, also on a day when the other one holds.
        "July 29, 2026; For release at 2:00 p.m. EST; 2026-07-29T19:00:00Z",
      })
  void theReleaseIsDayAndTimeByTheZonesName(String day, String time, String instant) {
    assertEquals(Optional.of(Instant.parse(instant)), page(day, time).releasedAt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "January 28, 2026; For immediate release",
        "January 28, 2026; For release at 2:00 p.m.",
        "Wednesday; For release at 2:00 p.m. EST",
        "January 28, 2026; For release at 2:75 p.m. EST",
      })
  void aPageThatNamesNoTimeHasNone(String day, String time) {
    assertEquals(Optional.empty(), page(day, time).releasedAt());
  }

  @Test
  void theOpenParagraphSwallowsNoneOfTheStatement() {
    StatementPage page = page("January 28, 2026", "For release at 2:00 p.m. EST");
    assertEquals("First.\nSecond & last.", page.text());
    assertEquals("A made-up statement", page.title());
  }
}
