package io.stocktrend.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stocktrend.client.SmallMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looks at the page in a real browser, from disk, without a network. */
class ReportBrowserIT {
  /** What is missing in a panel, by the chart's own account and by its pixels. */
  private static final String FAULTS =
      """
      [...document.querySelectorAll('.chart')].map((place) => {
        const chart = echarts.getInstanceByDom(place);
        if (!chart) return place.id + ' has no chart';
        const bare = chart.getOption().series.filter((series) =>
            !series.data.some((item) => JSON.stringify(item?.value ?? item).match(/[0-9]/)));
        const canvas = place.querySelector('canvas');
        const pixels = new Uint32Array(
            canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
        const drawn = pixels.filter((pixel) => pixel !== 0).length;
        return (bare.length ? place.id + ' lacks ' + bare.map((series) => series.name) + '. ' : '')
            + (drawn > 2000 ? '' : place.id + ' is blank: ' + drawn);
      }).join('')
      """;

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static ChromiumPage page;
  private static Path report;

  @BeforeAll
  static void openTheBrowser() throws Exception {
    assumeTrue(Files.isExecutable(Chromium.EXECUTABLE), "needs " + Chromium.EXECUTABLE);
    Path root = Files.createDirectory(folder.resolve("data"));
    SmallMarket.plantAll(root);
    report = write(root, "report.html");
    chromium = Chromium.start(folder);
    page = chromium.page();
  }

  @AfterAll
  static void closeTheBrowser() throws Exception {
    if (chromium != null) {
      chromium.stop();
    }
  }

  @AfterEach
  void nothingWasComplainedOfOrAskedFor() {
    assertEquals(List.of(), page.complaints());
    assertEquals(List.of(), page.requests());
    assertEquals("undefined", page.evaluate("typeof window.broken"));
  }

  private static Path write(Path root, String name) throws Exception {
    return Files.writeString(folder.resolve(name), WrittenPage.of(root, SmallMarket.NOW).html());
  }

  @ParameterizedTest(name = "{0} px, {1}")
  @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
  void everyPanelIsFilledAndFits(int width, String scheme) throws Exception {
    page.show(report, width, 900, scheme);
    assertEquals("", page.evaluate(FAULTS));
    assertEquals(scheme, page.evaluate("document.documentElement.dataset.theme"));
    assertEquals(
        "true", page.evaluate("'' + (document.documentElement.scrollWidth <= innerWidth)"));
    assertEquals("2", page.evaluate("'' + document.querySelectorAll('#symbols button').length"));
    Path shots = Files.createDirectories(Path.of("target", "report-screenshots"));
    Files.write(shots.resolve(width + "-" + scheme + ".png"), page.screenshot());
  }

  @Test
  void theButtonChangesTheTheme() throws Exception {
    page.show(report, 1280, 900, "light");
    String background = "getComputedStyle(document.body).backgroundColor";
    String light = page.evaluate(background);
    page.evaluate("theme.click(), ''");
    assertEquals("dark", page.evaluate("document.documentElement.dataset.theme"));
    assertTrue(!light.equals(page.evaluate(background)), light);
    assertEquals("", page.evaluate(FAULTS));
  }

  @Test
  void aCardShowsItsSymbol() throws Exception {
    page.show(report, 1280, 900, "light");
    page.evaluate("document.querySelector('[data-symbol=MSFT]').click(), ''");
    assertEquals(
        "Prices of MSFT", page.evaluate("document.getElementById('prices-heading').textContent"));
    assertEquals(
        "No stories about this symbol yet.",
        page.evaluate("document.getElementById('news').textContent"));
  }

  @Test
  void theKeysReadStoriesOfASessionWhateverTheyHold() throws Exception {
    page.show(report, 1280, 900, "light");
    String left =
        "document.getElementById('price-chart').dispatchEvent("
            + "new KeyboardEvent('keydown', {key: 'ArrowLeft'})), ''";
    for (int i = 0; i < 3; i++) {
      page.evaluate(left);
    }
    String reading = page.evaluate("document.getElementById('price-reading').textContent");
    assertTrue(reading.startsWith("2026-11-19: close "), reading);
    assertTrue(reading.endsWith(", 1 story"), reading);
    String tip = page.evaluate("document.querySelector('.tip').textContent");
    assertTrue(tip.contains("−0.70 </script><script>window.broken=1</script><img"), tip);
    assertTrue(tip.contains("<b>Wire</b> · Negative · finance-lexicon/1"), tip);
  }

  @Test
  void onlyAddressesOfPagesAreLinks() throws Exception {
    page.show(report, 1280, 900, "light");
    assertEquals(
        "https://news.example/1",
        page.evaluate("[...document.querySelectorAll('#news a')].map((a) => a.href).join()"));
  }

  @Test
  void revisionsAndDatesAreToldInWords() throws Exception {
    page.show(report, 1280, 900, "light");
    assertEquals(
        "2014-04-01: 17,295 billions of dollars SAAR. 1 of 2 shown values were revised since they"
            + " were first published.",
        page.evaluate("document.getElementById('macro-summary').textContent"));
    assertTrue(
        page.evaluate("document.getElementById('curve-summary').textContent")
            .contains("difference +0.35 points"));
    String events = page.evaluate("document.getElementById('events').textContent");
    assertTrue(events.indexOf("2026-12-15") < events.indexOf("2026-11-16"), events);
    assertTrue(events.contains("80B USD offered, bid to cover 2.63"), events);
  }

  @Test
  void theFreshnessIsATableToo() throws Exception {
    page.show(report, 390, 900, "light");
    String table = page.evaluate("document.querySelector('#freshness tbody').innerText");
    assertTrue(table.contains("Stock movements") && table.contains("Fresh"), table);
    assertEquals(
        "60", page.evaluate("'' + document.querySelectorAll('#rows-per-day tbody tr').length"));
  }

  @Test
  void withoutDataEveryPanelSaysSo() throws Exception {
    Path empty = write(Files.createDirectory(folder.resolve("empty")), "empty.html");
    page.show(empty, 390, 900, "light");
    assertEquals("0", page.evaluate("'' + document.querySelectorAll('canvas').length"));
    assertEquals(
        "true",
        page.evaluate(
            "'' + [...document.querySelectorAll('.chart')].every((p) => p.textContent === p.dataset.empty)"));
    assertTrue(
        page.evaluate("document.getElementById('symbols').textContent")
            .startsWith("No symbols yet"));
  }

  @Test
  void aReportOfThePastShowsThePast() throws Exception {
    Path past =
        Files.writeString(
            folder.resolve("past.html"),
            WrittenPage.of(folder.resolve("data"), Instant.parse("2026-03-02T00:00:00Z")).html());
    page.show(past, 1280, 900, "dark");
    String head = page.evaluate("document.getElementById('as-of').textContent");
    assertTrue(head.endsWith("as of 2026-03-02 00:00 UTC"), head);
    assertEquals("2026-02-27", page.evaluate("view.model.days.at(-1)"));
  }
}
