package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invents no member: what is sent has the names and JSON types of recorded answers. */
class RecordedShapeTest {

  private static final String RECORDINGS = System.getProperty("stocktrend.recordings", "");

  private Probe probe;

  @BeforeEach
  void start() throws Exception {
    assumeFalse(
        RECORDINGS.isBlank(), "give -Dstocktrend.recordings=FOLDER to compare with recordings");
    probe = Probe.at(Probe.OPEN);
  }

  @AfterEach
  void stop() {
    if (probe != null) {
      probe.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/yahoo/v7/finance/quote?symbols=AAPL, yahoo/quote-AAPL.json",
    "/yahoo/v7/finance/quote?symbols=AMZN, yahoo/quote-AMZN.json",
    "/yahoo/v7/finance/quote?symbols=NOPE, yahoo/quote-SIX.json",
    "/yahoo/v8/finance/chart/MSFT?interval=1d&range=1y&events=div, yahoo/chart-MSFT-1d-dividends-1y.json",
    "/yahoo/v8/finance/chart/NOPE, yahoo/chart-error-404-delisted.json",
    "/finnhub/api/v1/quote?symbol=AAPL&token=k, finnhub/quote-AAPL.json",
    "/finnhub/api/v1/stock/profile2?symbol=AAPL&token=k, finnhub/stock_profile2-AAPL.json",
    "/finnhub/api/v1/company-news?symbol=AAPL&from=2026-03-01&to=2026-03-11&token=k,"
        + " finnhub/company-news-AAPL-2020-duplicates.json",
    "/newsapi/v2/everything?q=Apple&apiKey=k, newsapi/everything-q-keyword.json",
    "/newsapi/v2/everything?q=Nobody&apiKey=k, newsapi/everything-zero-results.json",
    "/newsapi/v2/everything?q=Apple&apiKey=invalid, newsapi/error-401-apiKeyInvalid.json",
    "/newsapi/v2/everything?q=Apple&apiKey=developer&pageSize=90&page=2,"
        + " newsapi/error-426-maximumResultsReached.json",
    "/alphavantage/query?function=GLOBAL_QUOTE&symbol=IBM&apikey=k, alphavantage/global_quote-trimmed.json",
    "/alphavantage/query?function=TIME_SERIES_DAILY&symbol=IBM&apikey=k, alphavantage/time_series_daily-IBM-trimmed.json",
    "/alphavantage/query?function=OVERVIEW&symbol=AAPL&apikey=k, alphavantage/overview-AAPL.json",
    "/alphavantage/query?function=UNEMPLOYMENT&apikey=k, alphavantage/unemployment.json",
    "/alphavantage/query?function=REAL_GDP_PER_CAPITA&apikey=k, alphavantage/real_gdp_per_capita.json",
    "/fred/series/observations?series_id=DGS10&file_type=json&api_key=abcdefghijklmnopqrstuvwxyz012345, fred/series_observations-RIFSPPAAAD30NB-json.json",
    "/fred/series?series_id=GDPC1&file_type=json&api_key=abcdefghijklmnopqrstuvwxyz012345, fred/series-GDPC1.json",
    "/fred/series?series_id=GDPC1&file_type=json, fred/error-400-no-key-json.json",
    "/worldbank/v2/country/USA/indicator/NY.GDP.MKTP.CD?format=json, worldbank/indicator-FI.RES.TOTL.MO-6countries.json",
    "/alphavantage/query?function=OVERVIEW&symbol=AAPL, alphavantage/error-200-error-message-apikey.json"
  })
  void anAnswerHasTheRecordedMembers(String path, String recording) throws Exception {
    assertWithin(recorded(recording), Probe.parse(probe.withCrumb(path).body()), recording);
  }

  @ParameterizedTest
  @CsvSource({
    "price, AAPL",
    "summaryDetail, AAPL",
    "summaryDetail, AMZN",
    "defaultKeyStatistics, AAPL"
  })
  void aModuleHasTheRecordedMembers(String module, String symbol) throws Exception {
    String path =
        "/yahoo/v10/finance/quoteSummary/" + symbol + "?formatted=false&modules=" + module;
    String recording = "yahoo/quoteSummary-" + module + "-" + symbol + ".json";
    assertWithin(recorded(recording), Probe.parse(probe.withCrumb(path).body()), recording);
  }

  @Test
  void refusalsHaveTheRecordedTexts() throws Exception {
    String crumb = probe.get("/yahoo/v7/finance/quote?symbols=AAPL").body();
    String key = probe.get("/finnhub/api/v1/quote?symbol=AAPL").body();
    assertEquals(recorded("yahoo/quote-error-401-invalid-crumb.json"), Probe.parse(crumb));
    assertEquals(
        Files.readString(Path.of(RECORDINGS, "finnhub/error-429-empty-token.txt")).strip(), key);
    String fred = "/fred/series?file_type=json&series_id=GDP";
    assertEquals(recorded("fred/error-400-no-key-json.json"), probe.json(fred));
    assertEquals(
        recorded("fred/error-400-key-not-registered-json.json"),
        probe.json(fred + "&api_key=" + "0".repeat(32)));
    assertEquals(
        Files.readString(Path.of(RECORDINGS, "fred/error-400-key-malformed-xml.xml")).strip(),
        probe.get("/fred/series?series_id=GDP&api_key=VALIDKEY").body().strip());
    probe.simulator.inject(Fault.on("alphavantage.*", FaultKind.INFORMATION));
    assertEquals(
        recorded("alphavantage/error-200-information-daily-limit-key-echoed.json"),
        probe.json("/alphavantage/query?function=OVERVIEW&apikey=XXXXXXXXXXXXXXXX"));
  }

  private static JsonNode recorded(String name) throws IOException {
    return Probe.parse(Files.readString(Path.of(RECORDINGS, name)));
  }

  private static void assertWithin(JsonNode recorded, JsonNode sent, String where) {
    assertTrue(
        sent.getNodeType() == recorded.getNodeType() || recorded.isNull() || sent.isNull(),
        where + ": sent " + sent.getNodeType() + ", recorded " + recorded.getNodeType());
    if (sent.isArray() && !sent.isEmpty() && !recorded.isEmpty()) {
      assertWithin(recorded.get(0), sent.get(0), where + "[0]");
    }
    for (Map.Entry<String, JsonNode> member : sent.properties()) {
      String name = member.getKey();
      String path = where + "/" + name;
      JsonNode counterpart = counterpart(recorded, name);
      assertTrue(!counterpart.isMissingNode(), path + " was never recorded");
      assertWithin(counterpart, member.getValue(), path);
    }
  }

  /** Events are keyed by their stamps, which differ. */
  private static JsonNode counterpart(JsonNode recorded, String name) {
    boolean stamp = name.matches("\\d{9,}|\\d{4}-\\d{2}-\\d{2}");
    return stamp ? recorded.properties().iterator().next().getValue() : recorded.path(name);
  }
}
