package io.stocktrend.source.provider.alphavantage;

import static io.stocktrend.source.provider.alphavantage.AlphaVantageFixtures.CANARY;
import static io.stocktrend.source.provider.alphavantage.AlphaVantageFixtures.OVERVIEW;
import static io.stocktrend.source.provider.alphavantage.AlphaVantageFixtures.PRICE;
import static io.stocktrend.source.provider.alphavantage.AlphaVantageFixtures.price;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.LogTape;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.QuoteBench;
import io.stocktrend.source.provider.Quotes;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of answers that are refusals or none. */
class AlphaVantageRefusalsTest {
  @TempDir Path folder;
  private QuoteBench bench;
  private ProviderServer server;

  @BeforeEach
  void open() throws Exception {
    bench = AlphaVantageFixtures.bench(folder);
    server = bench.server();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Information\":\"our standard API rate limit is 25 requests per day\"}|QUOTA",
        "{\"Note\":\"Our standard API call frequency is 5 calls per minute\"}|RATE_LIMIT",
        "<html></html>|MALFORMED",
        "{\"Symbol\":\"IBM\",\"message\":\"artificial sample\"}|UNAVAILABLE"
      })
  void aQuoteWhoseOverviewFailsIsNoAnswer(String body, FailureKind kind) throws Exception {
    server.on(PRICE, price("2026-10-30")).on(OVERVIEW, body);
    ProviderException failure = bench.failure("IBM");
    assertEquals(kind, failure.kind());
    assertTrue(failure.getMessage().contains("the overview of IBM: "), failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Note|Our standard API call frequency is 5 calls per minute and 500 calls per day.|RATE_LIMIT",
        "Information|Please consider spreading out your free API requests more sparingly (1 request"
            + " per second). You may subscribe to any of the premium plans to lift the free key rate"
            + " limit (25 requests per day), raise the per-second burst limit, and instantly unlock"
            + " all premium endpoints|RATE_LIMIT",
        "Information|raise the per-second burst limit|RATE_LIMIT",
        "Information|We have detected your API key as CANARY7F3A9 and our standard API rate limit is"
            + " 25 requests per day. Please subscribe to any of the premium plans to instantly"
            + " remove all daily rate limits.|QUOTA",
        "Information|You have used your 25 requests/day.|QUOTA",
        "Information|Your quota for today is used up.|QUOTA",
        "Information|You have exceeded your rate limit.|RATE_LIMIT",
        "Information|Thank you for using Alpha Vantage! This is a premium endpoint. You may"
            + " subscribe to any of the premium plans|AUTHENTICATION",
        "Information|This is a premium endpoint. Subscribe to remove the limit of 25 requests per"
            + " day and 5 per minute|AUTHENTICATION",
        "Information|The outputsize=full value is a premium feature of this endpoint|AUTHENTICATION",
        "Information|You are not entitled to realtime data|AUTHENTICATION",
        "Information|The **demo** API key is for demo purposes only. Please claim your free API"
            + " key|AUTHENTICATION",
        "Error Message|the parameter apikey is invalid or missing. Please claim your free API key.|AUTHENTICATION",
        "Error Message|Invalid API call. Please retry or visit the documentation for GLOBAL_QUOTE.|NOT_FOUND",
        "Error Message|Invalid API call. Please retry or visit the documentation for"
            + " TIME_SERIES_DAILY.|NOT_FOUND",
        "Information|Please try TIME_SERIES_DAILY instead|UNAVAILABLE",
        "message|This is a sample of what you would get with a premium plan|AUTHENTICATION",
        "Warning|asked more than 5 times per minute|RATE_LIMIT",
        "error|25 requests per day are spent|QUOTA",
        "Information|We are upgrading our systems|UNAVAILABLE",
        "Anything|Come back later|UNAVAILABLE"
      })
  void aRefusalIsSortedByItsWordsWhateverItsMember(String member, String text, FailureKind kind)
      throws Exception {
    server.on(PRICE, "{\"" + member + "\": \"" + text + "\"}");
    assertEquals(kind, bench.failure("IBM").kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|<html>hello</html>|MALFORMED",
        "200|''|MALFORMED",
        "200|[]|MALFORMED",
        "200|{\"Global Quote\": {\"05. pr|MALFORMED",
        "200|{\"Meta Data\": {}}|MALFORMED",
        "403|{\"message\":\"Forbidden\"}|AUTHENTICATION",
        "429|{\"message\":\"Slow down\"}|RATE_LIMIT",
        "500|{\"message\":\"Internal\"}|UNAVAILABLE",
        "503|<html>down</html>|UNAVAILABLE"
      })
  void anAnswerWithoutWordsIsSortedByShapeAndStatus(int status, String body, FailureKind kind)
      throws Exception {
    server.on(PRICE, status, body);
    assertEquals(kind, bench.failure("IBM").kind());
  }

  @Test
  void anEchoedKeyIsInNoMessage() throws Exception {
    server.on(PRICE, "{\"Information\":\"We have detected your API key as " + CANARY + ". Hm.\"}");
    try (LogTape tape = new LogTape()) {
      assertFalse(bench.failure("IBM").toString().contains(CANARY));
      assertFalse(tape.all().contains(CANARY));
    }
    assertEquals(CANARY, server.requests("/query").get(0).getUrl().queryParameter("apikey"));
  }

  @Test
  void aSpentDayIsNotAskedForFurtherSymbols() throws Exception {
    server.on(PRICE, "{\"Information\":\"the limit is 25 requests per day\"}");
    Quotes quotes = bench.quotes("A", "B", "C");
    assertEquals(FailureKind.QUOTA, quotes.failed().get("C").kind());
    assertEquals(1, server.requests("/query").size());
  }
}
