package io.stocktrend.source;

import static io.stocktrend.source.FinancialBench.CANARY;
import static io.stocktrend.source.FinancialBench.yahoo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.provider.LogTape;
import io.stocktrend.source.state.Run;
import io.stocktrend.source.state.RunLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.flume.Event;
import org.apache.flume.PollableSource.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole source over loopback HTTP and Flume's own channel. */
class FinancialSourceTest {
  @TempDir Path folder;
  private FinancialBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new FinancialBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theMagnificentSevenLandInTheChannel() throws Exception {
    bench
        .server()
        .withCrumb("crumb")
        .on("/v7/finance/quote", yahoo("AAPL MSFT GOOGL AMZN NVDA META TSLA"));
    bench.start(Map.of());
    assertEquals(Status.READY, bench.process());
    List<Event> events = bench.events();
    assertEquals(
        List.of("AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA"),
        events.stream().map(event -> event.getHeaders().get("key")).toList());
    assertEquals("financial_data", events.get(0).getHeaders().get("dataset"));
    bench.stop();
  }

  @Test
  void whatItKeepsIsItsOwnersAlone() throws Exception {
    bench.server().withCrumb("crumb").on("/v7/finance/quote", yahoo("AAPL"));
    bench.start(Map.of("symbols", "AAPL"));
    bench.process();
    bench.stop();
    assertEquals(List.of("rwx------"), rights(Files::isDirectory));
    assertEquals(List.of("rw-------"), rights(Files::isRegularFile));
  }

  private List<String> rights(Predicate<Path> which) throws IOException {
    List<String> rights = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder.resolve("state"))) {
      for (Path file : all.filter(which).toList()) {
        rights.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
    return rights.stream().distinct().toList();
  }

  @Test
  void whatYahooLeavesOutComesFromTheNextProvider() throws Exception {
    bench
        .server()
        .withCrumb("crumb")
        .on("/v7/finance/quote", yahoo("AAPL"))
        .on("/api/v1/quote", "{\"c\":7.5,\"t\":1793631845}");
    bench.start(Map.of("symbols", "AAPL,IBM", "apiKey.finnhub", CANARY));
    bench.process();
    assertEquals(2, bench.events().size());
    assertEquals(
        "IBM", bench.server().requests("/api/v1/quote").get(0).getUrl().queryParameter("symbol"));
    bench.stop();
  }

  @Test
  void theRunLogTellsWhatWasAskedAndWhatFailedButNoSecret() throws Exception {
    bench
        .server()
        .withCrumb("crumb")
        .on("/v7/finance/quote", yahoo("AAPL"))
        .on("/api/v1/quote", "{\"c\":0,\"t\":0}");
    bench.start(
        Map.of("symbols", "AAPL,IBM", "apiKey.finnhub", CANARY, "providers", "yahoo, finnhub"));
    bench.process();
    bench.stop();
    Path log = folder.resolve("state/quotes/runs.log");
    Run run = new RunLog(log.getParent()).read().get(0);
    assertEquals(Run.Outcome.COMPLETE, run.outcome());
    assertEquals(1, run.rows().emitted());
    assertEquals(Map.of("answered", 3L, "not_found", 2L), run.providers().get("yahoo").requests());
    assertEquals(Map.of("answered", 1L), run.providers().get("finnhub").requests());
    assertEquals(Map.of("yahoo not_found, finnhub not_found", List.of("IBM")), run.failed());
    assertFalse(Files.readString(log).contains(CANARY));
  }

  @Test
  void theFiguresOfEachProviderAreShownUntilTheSourceStops() throws Exception {
    bench.server().withCrumb("crumb").on("/v7/finance/quote", yahoo("AAPL"));
    Path limits = bench.server().providersFile();
    String limited = Files.readString(limits).replace("PerDay = 0", "PerDay = 25");
    Files.writeString(limits, limited);
    bench.start(Map.of("symbols", "AAPL", "apiKey.alphavantage", CANARY));
    bench.process();
    ObjectName yahoo = new ObjectName("org.apache.flume.provider:type=quotes.yahoo");
    ObjectName alphavantage = new ObjectName("org.apache.flume.provider:type=quotes.alphavantage");
    MBeanServer jmx = ManagementFactory.getPlatformMBeanServer();
    assertEquals("PROVIDER", jmx.getAttribute(yahoo, "Type"));
    assertEquals("quotes", jmx.getAttribute(yahoo, "Source"));
    assertEquals("yahoo", jmx.getAttribute(yahoo, "Provider"));
    assertEquals(3L, jmx.getAttribute(yahoo, "AnsweredCount"));
    assertEquals(0L, jmx.getAttribute(yahoo, "QuotaCount"));
    assertEquals(0L, jmx.getAttribute(yahoo, "LeftAlone"));
    assertEquals(-1L, jmx.getAttribute(yahoo, "QuotaLeft"), "it has no limit a day");
    assertEquals(25L, jmx.getAttribute(alphavantage, "QuotaLeft"));
    bench.stop();
    assertFalse(jmx.isRegistered(yahoo));
  }

  @Test
  void noSecretIsInAnyMessageOfAnyRefusal() {
    String echo = "{\"error\":\"key " + CANARY + " limit\",\"Note\":\"" + CANARY + " per minute\"}";
    bench.server().on("/api/v1/quote", 401, echo).on("/query", echo);
    try (LogTape tape = new LogTape()) {
      bench.start(
          Map.of(
              "apiKey.finnhub", CANARY,
              "apiKey.alphavantage", CANARY,
              "symbols", "AAPL"));
      bench.process();
      bench.stop();
      assertTrue(tape.lines("WARN", "No quote of AAPL").size() > 0);
      assertFalse(tape.all().contains(CANARY), tape::all);
    }
  }
}
