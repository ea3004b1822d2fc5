package io.stocktrend.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.SmallMarket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir private Path root;

  private WrittenPage page(String... symbols) throws Exception {
    return WrittenPage.of(root, SmallMarket.NOW, symbols);
  }

  @Test
  void thePageIsOneFileThatAsksForNothing() throws Exception {
    SmallMarket.plantAll(root);
    String html = page().html();
    assertFalse(
        Pattern.compile("<(link|img|iframe|script[^>]*\\bsrc)\\b").matcher(frame(html)).find());
    assertTrue(html.contains("default-src 'none'"));
    assertFalse(html.contains("<!--file"), "every mark is filled");
    assertTrue(
        html.contains("Licensed to the Apache Software Foundation"), "the library's licence");
  }

  // Without the library, whose code holds markup in texts, and the data.
  private static String frame(String html) {
    return html.substring(0, html.indexOf("<script type=\"application/json\""));
  }

  @Test
  void noTextEndsTheScriptThatCarriesIt() throws Exception {
    SmallMarket.plantAll(root);
    WrittenPage page = page("AAPL");
    assertEquals(3, page.html().split("</script>", -1).length - 1, "only the frame's own ends");
    assertEquals(-1, page.data().indexOf('<'));
    String headline = page.at("$.news.bySymbol.AAPL[1][1]");
    assertTrue(headline.contains("</script><script>window.broken=1"), headline);
  }

  @Test
  void theMag7OrWhatThereIsAreShownInTheirOrder() throws Exception {
    SmallMarket.bars(root, 2, "ZZZ", "TSLA", "AAPL");
    assertEquals("[\"AAPL\",\"TSLA\"]", page().at("$.symbols"));
    assertEquals("[\"ZZZ\",\"AAPL\"]", page("ZZZ", "AAPL", "ZZZ").at("$.symbols"));
  }

  @Test
  void withoutTheMag7TheFirstSevenOthersAreShown() throws Exception {
    SmallMarket.bars(root, 1, "I", "H", "G", "F", "E", "D", "C", "B", "A");
    assertEquals("[\"A\",\"B\",\"C\",\"D\",\"E\",\"F\",\"G\"]", page().at("$.symbols"));
  }

  @Test
  void anUnknownSymbolIsTheAskersFault() {
    SmallMarket.bars(root, 1, "AAPL");
    ClientException unknown = assertThrows(ClientException.class, () -> page("APPL"));
    assertEquals(Fault.REQUEST, unknown.fault());
    assertTrue(unknown.getMessage().contains("did you mean 'AAPL'?"), unknown.getMessage());
    String[] many = IntStream.range(0, 201).mapToObj(i -> "S" + i).toArray(String[]::new);
    ClientException tooMany = assertThrows(ClientException.class, () -> page(many));
    assertTrue(tooMany.getMessage().contains("at most 200"), tooMany.getMessage());
  }

  @Test
  void aRootWithoutAnyDataIsAPageThatSaysSo() throws Exception {
    WrittenPage page = page();
    assertEquals("[]", page.at("$.symbols"));
    assertEquals("[]", page.at("$.macro.series"));
    String datasets = page.at("$.freshness.datasets.rows");
    assertEquals(5, datasets.split(",0,0,null,null,null", -1).length - 1, datasets);
  }

  @Test
  void barsHaveTheirDayInNewYorkAndTheNewestFigures() throws Exception {
    SmallMarket.bars(root, 300, "AAPL");
    WrittenPage page = page();
    assertEquals("\"2026-11-20\"", page.at("$.bars.bySymbol.AAPL[299][0]"));
    assertEquals("1000299", page.at("$.bars.bySymbol.AAPL[299][5]"));
    assertEquals("null", page.at("$.bars.bySymbol.AAPL[198][9]"), "no average of 200 yet");
  }

  @Test
  void aValueIsShownAsFirstPublishedAndAsKnownThen() throws Exception {
    SmallMarket.plantAll(root);
    String first = "[\"2014-01-01\",17149.6,%s,%d]";
    assertEquals(first.formatted("17016", 3), page().at("$.macro.series[0].points[0]"));
    WrittenPage june = WrittenPage.of(root, Instant.parse("2014-06-01T00:00:00Z"));
    assertEquals("[" + first.formatted("17101.3", 2) + "]", june.at("$.macro.series[0].points"));
    assertEquals("[\"2014-07-01\",null,null,0]", page().at("$.macro.series[0].points[2]"));
  }

  @Test
  void whatWasNotKnownIsNotShown() throws Exception {
    SmallMarket.plantAll(root);
    WrittenPage thursday = WrittenPage.of(root, Instant.parse("2026-11-19T15:30:00Z"));
    assertEquals("298", String.valueOf(bars(thursday)), "Thursday's bar was running");
    assertEquals("null", String.valueOf(thursday.at("$.news.bySymbol.AAPL[2]")));
    assertEquals("null", String.valueOf(thursday.at("$.curves.rows[1]")));
    assertFalse(thursday.at("$.events.rows").contains("FOMC_MEETING"));
    assertTrue(page().at("$.events.rows").contains("FOMC_MEETING"));
  }

  private static int bars(WrittenPage page) throws Exception {
    return page.at("$.bars.bySymbol.AAPL").split("\\],\\[", -1).length;
  }

  @Test
  void theFullestPageStaysBelowFiveMegabytes() throws Exception {
    String[] many =
        IntStream.range(0, Limits.SYMBOLS).mapToObj(i -> "SYM" + i).toArray(String[]::new);
    SmallMarket.bars(root, 100, many);
    byte[] full = page(many).html().getBytes(StandardCharsets.UTF_8);
    assertEquals(65, Limits.sessions(many.length));
    // The rest of the limits: stories, points and events at their longest, in bytes.
    int others = 1_000 * 950 + 60 * 250 * 45 + 600 * 400 + 400 * 180;
    assertTrue(full.length + others < 5_000_000, full.length + " + " + others);
  }

  @Test
  void textsAreCutBetweenCharacters() {
    assertEquals("abc", Limits.cut("abc", 3));
    assertEquals("ab…", Limits.cut("abcd", 3));
    assertEquals("a…", Limits.cut("a\ud83d\ude00bc", 3));
  }
}
