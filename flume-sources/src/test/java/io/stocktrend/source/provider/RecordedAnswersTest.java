package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.provider.alphavantage.AlphaVantageQuoteProvider;
import io.stocktrend.source.provider.finnhub.FinnhubQuoteProvider;
import io.stocktrend.source.provider.yahoo.YahooQuoteProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;

/**
 * What providers really sent, read in place from the folder in the system property {@code
 * stocktrend.recordings}. A body that {@link RecordedFacts} does not know is held against its own
 * members.
 */
class RecordedAnswersTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FINNHUB_PRICE = "{\"c\":1,\"t\":1793631845}";
  private static final String ALPHA_VANTAGE_PRICE =
      "{\"Global Quote\":{\"05. price\":\"1\",\"07. latest trading day\":\"2026-10-30\"}}";

  @TempDir Path temporary;
  private Path recordings;

  @BeforeEach
  void find() {
    recordings = Recording.folder();
  }

  @AfterEach
  void nothingOfMavenIsLeftInTheProperty() {
    assertFalse(System.getProperty("stocktrend.recordings", "").contains("${"));
  }

  @TestFactory
  Stream<DynamicTest> yahooQuotes() {
    return each("yahoo", "quote-*", this::checkYahooQuote);
  }

  @TestFactory
  Stream<DynamicTest> yahooSummaries() {
    return each("yahoo", "quoteSummary-*", this::checkYahooSummary);
  }

  @TestFactory
  Stream<DynamicTest> yahooChartRefusals() {
    return each("yahoo", "chart-error-*", this::checkYahooChart);
  }

  @TestFactory
  Stream<DynamicTest> yahooCrumbRefusals() {
    return each("yahoo", "error-*", this::checkYahooCrumb);
  }

  @TestFactory
  Stream<DynamicTest> finnhubAnswers() {
    return each("finnhub", "{quote,stock_profile2,stock_metric,error}*", this::checkFinnhub);
  }

  @TestFactory
  Stream<DynamicTest> finnhubDocumentation() {
    return each("finnhub-doc", "*", this::checkFinnhub);
  }

  @TestFactory
  Stream<DynamicTest> alphaVantageAnswers() {
    return each("alphavantage", "{global_quote,overview,error,sma,news}*", this::checkAlphaVantage);
  }

  @TestFactory
  Stream<DynamicTest> alphaVantageDocumentation() {
    return each("alphavantage-doc", "*", this::checkAlphaVantage);
  }

  private Stream<DynamicTest> each(
      String provider, String glob, ThrowingConsumer<Recording> check) {
    return Recording.all(recordings.resolve(provider), glob).stream()
        .map(recording -> DynamicTest.dynamicTest(recording.name(), () -> check.accept(recording)));
  }

  private void checkYahooQuote(Recording recording) throws Exception {
    List<String> symbols = new ArrayList<>();
    JsonNode objects = MAPPER.readTree(recording.text()).at("/quoteResponse/result");
    objects.forEach(object -> symbols.add(object.path("symbol").textValue()));
    symbols.add("NOT-IN-IT");
    try (ProviderServer server = server()) {
      server.withCrumb("crumb").on("/v7/finance/quote", recording.answer());
      Quotes quotes = new YahooQuoteProvider(server.access("yahoo", "")).quotes(symbols);
      if (RecordedFacts.isRefusal(recording)) {
        check(recording, quotes.failed().get("NOT-IN-IT").kind());
        return;
      }
      assertFalse(quotes.found().containsKey("NOT-IN-IT"));
      for (JsonNode object : objects) {
        String symbol = object.path("symbol").textValue();
        check(recording, symbol, quotes, object.path("regularMarketPrice"));
      }
      assertEquals(
          quotes.found().size() + quotes.failed().size(), objects.size(), "none is left out");
      assertEquals(
          objects.isEmpty(),
          RecordedFacts.of(recording, "NOT-IN-IT").isPresent(),
          "only an empty answer has the row of an empty answer");
    }
  }

  private void checkYahooSummary(Recording recording) throws Exception {
    JsonNode summary = MAPPER.readTree(recording.text()).at("/quoteSummary/result/0");
    boolean hasPrice = summary.has("price");
    String known = hasPrice ? "" : ",\"regularMarketPrice\":1,\"regularMarketTime\":1793631845";
    try (ProviderServer server = server();
        LogTape tape = new LogTape()) {
      server
          .withCrumb("crumb")
          .on(
              "/v7/finance/quote",
              "{\"quoteResponse\":{\"result\":[{\"symbol\":\"X\"" + known + "}]}}")
          .on("/v10/finance/quoteSummary/X", recording.answer());
      Quotes quotes = new YahooQuoteProvider(server.access("yahoo", "")).quotes(List.of("X"));
      if (RecordedFacts.isRefusal(recording)) {
        check(recording, quotes, tape, "the summary of X");
      } else {
        JsonNode price = hasPrice ? summary.at("/price/regularMarketPrice") : MAPPER.readTree("1");
        check(recording, "X", quotes, price);
      }
    }
  }

  private void checkYahooChart(Recording recording) throws Exception {
    try (ProviderServer server = server();
        LogTape tape = new LogTape()) {
      server
          .withCrumb("crumb")
          .on("/v7/finance/quote", "{\"quoteResponse\":{\"result\":[{\"symbol\":\"X\"}]}}")
          .on("/v8/finance/chart/X", recording.answer());
      Quotes quotes = new YahooQuoteProvider(server.access("yahoo", "")).quotes(List.of("X"));
      check(recording, quotes, tape, "the chart of X");
    }
  }

  private void checkYahooCrumb(Recording recording) throws Exception {
    try (ProviderServer server = server()) {
      server
          .withCrumb("crumb")
          .off("/v1/test/getcrumb")
          .on("/v1/test/getcrumb", recording.answer())
          .on("/v7/finance/quote", "{\"quoteResponse\":{\"result\":[]}}");
      Quotes quotes = new YahooQuoteProvider(server.access("yahoo", "")).quotes(List.of("X"));
      check(recording, quotes.failed().get("X").kind());
      assertEquals(List.of(), server.requests("/v7/finance/quote"));
    }
  }

  private void checkFinnhub(Recording recording) throws Exception {
    boolean isPart = recording.name().startsWith("stock_");
    String path =
        isPart
            ? "/api/v1/stock/" + recording.name().replaceAll("^stock_|-.*", "")
            : "/api/v1/quote";
    try (ProviderServer server = server()) {
      if (isPart) {
        server.on("/api/v1/quote", FINNHUB_PRICE);
      }
      server.on(path, recording.answer());
      FinnhubQuoteProvider finnhub = new FinnhubQuoteProvider(server.access("finnhub", "key"));
      Quotes quotes = finnhub.quotes(List.of("X"));
      if (RecordedFacts.isRefusal(recording)) {
        check(recording, quotes.failed().get("X").kind());
      } else {
        check(
            recording,
            "X",
            quotes,
            MAPPER.readTree(isPart ? FINNHUB_PRICE : recording.text()).path("c"));
      }
    }
  }

  private void checkAlphaVantage(Recording recording) throws Exception {
    boolean isOverview = recording.name().startsWith("overview");
    try (ProviderServer server = server();
        LogTape tape = new LogTape()) {
      if (isOverview) {
        server.on("/query?function=GLOBAL_QUOTE", ALPHA_VANTAGE_PRICE);
      }
      server.on(
          "/query?function=" + (isOverview ? "OVERVIEW" : "GLOBAL_QUOTE"), recording.answer());
      Quotes quotes =
          new AlphaVantageQuoteProvider(
                  server.access("alphavantage", "key"), NyseCalendar.packaged())
              .quotes(List.of("X"));
      if (isOverview && RecordedFacts.isRefusal(recording)) {
        check(recording, quotes, tape, "the overview of X");
      } else if (RecordedFacts.isRefusal(recording)) {
        check(recording, quotes.failed().get("X").kind());
      } else {
        String json = isOverview ? ALPHA_VANTAGE_PRICE : recording.text();
        check(recording, "X", quotes, MAPPER.readTree(json).at("/Global Quote/05. price"));
      }
    }
  }

  /** The known facts, or at least the price; where there is none, the symbol is refused. */
  private static void check(Recording recording, String symbol, Quotes quotes, JsonNode price) {
    Quote.Builder quote = quotes.found().get(symbol);
    if (price.asDouble() <= 0) {
      FailureKind kind = quotes.failed().get(symbol).kind();
      assertEquals(FailureKind.NOT_FOUND, kind);
      RecordedFacts.of(recording, symbol).ifPresent(facts -> assertEquals(facts, kind.name()));
      return;
    }
    assertNotNull(quote, () -> symbol + " has a price but is refused");
    assertEquals(price.asDouble(), quote.getClose());
    Double yield = quote.getDividendYield();
    assertTrue(yield == null || yield < 0.5, () -> "a yield that is no fraction: " + yield);
    RecordedFacts.of(recording, symbol)
        .ifPresent(facts -> assertEquals(facts, RecordedFacts.print(quote)));
  }

  private static void check(Recording recording, FailureKind kind) {
    assertEquals(RecordedFacts.refusal(recording).orElse(kind), kind);
  }

  /** A refused further call either leaves columns unknown, said in the log, or costs the quote. */
  private static void check(Recording recording, Quotes quotes, LogTape tape, String what) {
    ProviderException failure = quotes.failed().get("X");
    if (failure != null && failure.getMessage().contains(what)) {
      check(recording, failure.kind());
      return;
    }
    FailureKind kind = RecordedFacts.refusal(recording).orElse(FailureKind.NOT_FOUND);
    String level = kind == FailureKind.NOT_FOUND ? "DEBUG" : "WARN";
    List<String> lines = tape.lines(level, "Without " + what + ": ");
    assertEquals(1, lines.size(), tape::all);
    assertTrue(lines.get(0).contains(kind.sentence()), lines::toString);
  }

  private ProviderServer server() throws Exception {
    // A folder of its own, because a spent day is remembered there.
    Path own = Files.createTempDirectory(temporary, "server");
    return new ProviderServer(own, new SteppedTime("2026-11-02T15:05:00Z"));
  }
}
