package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.source.RecordedArticlesTest;
import io.stocktrend.source.provider.yahoo.RecordedCrumbFlowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each recorded body is in the table of a test that reads it, or is left out for a reason. */
class RecordingsTest {
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "finnhub/stock-candle-AAPL-D-2020.json",
          "bars, which Finnhub's free plan refuses: nobody here asks for them",
          "yahoo/crumbflow-6-quote-page-301.html",
          "the page behind the consent: the cookies are there by then, so it is never asked for",
          "INDEX.tsv",
          "the recordings' list, which no provider sent");

  @Test
  void eachBodyIsReadByATestOrLeftOutForAReason() throws IOException {
    Set<String> explained = new TreeSet<>(LEFT_OUT.keySet());
    explained.addAll(RecordedFacts.names());
    explained.addAll(RecordedBars.names());
    explained.addAll(RecordedSeries.names());
    explained.addAll(RecordedReserveTest.names());
    explained.addAll(RecordedTreasuryTest.names());
    explained.addAll(RecordedArticlesTest.names());
    explained.addAll(RecordedCrumbFlowTest.NAMES);
    assertEquals(explained, bodies());
  }

  private static Set<String> bodies() throws IOException {
    Path folder = Recording.folder();
    Set<String> bodies = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(name -> !name.endsWith(".meta"))
          .forEach(bodies::add);
    }
    return bodies;
  }
}
