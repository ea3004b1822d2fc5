package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.source.provider.LogTape;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import io.stocktrend.source.state.Run;
import io.stocktrend.source.state.RunLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.flume.Event;
import org.apache.flume.PollableSource.Status;
import org.apache.flume.channel.MemoryChannel;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole source over loopback HTTP and Flume's own channel. */
class FinancialSourceTest {
  private static final String CANARY = "canary-7f3a9";

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T15:05:00Z");
  private final MemoryChannel channel = Bench.channel(100, 100);
  private ProviderServer server;
  private FinancialSource source;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, time);
    source = new FinancialSource(time.timing());
    source.setName("quotes");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theMagnificentSevenLandInTheChannel() throws Exception {
    server.withCrumb("crumb").on("/v7/finance/quote", yahoo("AAPL MSFT GOOGL AMZN NVDA META TSLA"));
    start(Map.of());
    assertEquals(Status.READY, source.process());
    List<Event> events = Bench.drain(channel);
    assertEquals(
        List.of("AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA"),
        events.stream().map(event -> event.getHeaders().get("key")).toList());
    assertEquals("financial_data", events.get(0).getHeaders().get("dataset"));
    source.stop();
  }

  @Test
  void whatItKeepsIsItsOwnersAlone() throws Exception {
    server.withCrumb("crumb").on("/v7/finance/quote", yahoo("AAPL"));
    start(Map.of("symbols", "AAPL"));
    source.process();
    source.stop();
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
    server
        .withCrumb("crumb")
        .on("/v7/finance/quote", yahoo("AAPL"))
        .on("/api/v1/quote", "{\"c\":7.5,\"t\":1793631845}");
    start(Map.of("symbols", "AAPL,IBM", "apiKey.finnhub", CANARY));
    source.process();
    assertEquals(2, Bench.drain(channel).size());
    assertEquals("IBM", server.requests("/api/v1/quote").get(0).getUrl().queryParameter("symbol"));
    source.stop();
  }

  @Test
  void theRunLogTellsWhatWasAskedAndWhatFailedButNoSecret() throws Exception {
    server
        .withCrumb("crumb")
        .on("/v7/finance/quote", yahoo("AAPL"))
        .on("/api/v1/quote", "{\"c\":0,\"t\":0}");
    start(Map.of("symbols", "AAPL,IBM", "apiKey.finnhub", CANARY, "providers", "yahoo, finnhub"));
    source.process();
    source.stop();
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
    server.withCrumb("crumb").on("/v7/finance/quote", yahoo("AAPL"));
    Path limits = server.providersFile();
    String limited = Files.readString(limits).replace("PerDay = 0", "PerDay = 25");
    Files.writeString(limits, limited);
    start(Map.of("symbols", "AAPL", "apiKey.alphavantage", CANARY));
    source.process();
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
    source.stop();
    assertFalse(jmx.isRegistered(yahoo));
  }

  @Test
  void providersWithoutTheirKeyAreLeftOutWithOneWarning() {
    try (LogTape tape = new LogTape()) {
      start(Map.of());
      List<String> warnings = tape.lines("WARN", "");
      assertEquals(1, warnings.size(), tape::all);
      assertTrue(
          warnings
              .get(0)
              .contains(
                  "leaves providers out, the others serve; there is no key for finnhub and"
                      + " alphavantage: put it into conf/credentials.json"),
          warnings.get(0));
      source.stop();
    }
  }

  @Test
  void aSourceWithoutAnyProviderLeftSaysWhichKeysWouldHelp() {
    String message = refusal(Map.of("providers", "finnhub, alphavantage", "apiKey.finnhub", " "));
    assertEquals(
        "source quotes: no provider is left to ask; there is no key for finnhub and alphavantage:"
            + " put it into conf/credentials.json and name it in the agent file as apiKey.finnhub",
        message);
  }

  @Test
  void wrongProvidersAreRefused() {
    assertEquals(
        "source quotes: providers = 'yaho' is not allowed: give a list of yahoo, finnhub,"
            + " alphavantage: did you mean 'yahoo'?",
        refusal(Map.of("providers", "finnhub, yaho")));
    assertTrue(refusal(Map.of("providers", ",")).contains("give a list of yahoo, finnhub"));
    assertEquals(
        "source quotes: the key apiKey.finhub is unknown: did you mean 'apiKey.finnhub'?",
        refusal(Map.of("apiKey.finhub", CANARY)));
    assertFalse(refusal(Map.of("apikey.finnhub", CANARY)).contains(CANARY));
  }

  @Test
  void anUnresolvedPlaceholderIsRefused() {
    String message = refusal(Map.of("apiKey.finnhub", "${credentials['finnhub_apiKey']}"));
    assertTrue(message.contains("still holds a placeholder"), message);
  }

  @Test
  void noSecretIsInAnyMessageOfAnyRefusal() {
    String echo = "{\"error\":\"key " + CANARY + " limit\",\"Note\":\"" + CANARY + " per minute\"}";
    server.on("/api/v1/quote", 401, echo).on("/query", echo);
    try (LogTape tape = new LogTape()) {
      start(
          Map.of(
              "apiKey.finnhub", CANARY,
              "apiKey.alphavantage", CANARY,
              "symbols", "AAPL"));
      source.process();
      source.stop();
      assertTrue(tape.lines("WARN", "No quote of AAPL").size() > 0);
      assertFalse(tape.all().contains(CANARY), tape::all);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"source.slice-saved", "source.slice-put", "source.cursor-saved"})
  void aKilledProcessPutsTheVerySameEventsAgainMarked(String step) throws Exception {
    server.withCrumb("crumb").on("/v7/finance/quote", yahoo("AAPL MSFT"));
    assertEquals(137, runAndDie(step));
    time.set("2026-11-02T15:20:00Z");
    start(Map.of("symbols", "AAPL,MSFT"));
    source.process();
    List<Event> events = Bench.drain(channel);
    source.stop();
    if (step.equals("source.cursor-saved")) {
      assertEquals(List.of(), events, "they were put and the cursor had moved");
      return;
    }
    assertEquals(
        List.of("AAPL|2026-11-02T15:05:00.000000Z", "MSFT|2026-11-02T15:05:00.000000Z"),
        Bench.ids(events));
    assertEquals("true", events.get(0).getHeaders().get("possible.duplicate"));
    assertEquals("1793631900000", events.get(0).getHeaders().get("timestamp"));
  }

  /** The source in a process of its own, at five past three. */
  static final class Doomed {
    private Doomed() {}

    public static void main(String[] folder) {
      FinancialSource source =
          new FinancialSource(new SteppedTime("2026-11-02T15:05:00Z").timing());
      source.setName("quotes");
      source.configure(Bench.context(settings(Path.of(folder[0]), Map.of("symbols", "AAPL,MSFT"))));
      source.setChannelProcessor(Bench.processor(Bench.channel(100, 100)));
      source.start();
      source.process();
    }
  }

  private int runAndDie(String step) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-D" + FaultPoint.PROPERTY + "=" + step,
            Doomed.class.getName(),
            folder.toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  private void start(Map<String, String> values) {
    source.configure(Bench.context(settings(folder, values)));
    source.setChannelProcessor(Bench.processor(channel));
    source.start();
  }

  private String refusal(Map<String, String> values) {
    return assertThrows(
            ConfigurationException.class,
            () -> source.configure(Bench.context(settings(folder, values))))
        .getMessage();
  }

  private static Map<String, String> settings(Path folder, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("stateDir", folder.resolve("state").toString());
    all.put("providersFile", folder.resolve("providers.properties").toString());
    return all;
  }

  private static String yahoo(String symbols) {
    String objects =
        List.of(symbols.split(" ", -1)).stream()
            .map(
                symbol ->
                    "{\"symbol\":\"%s\",\"regularMarketPrice\":5.5,\"regularMarketTime\":1793631845}"
                        .formatted(symbol))
            .collect(Collectors.joining(","));
    return "{\"quoteResponse\":{\"result\":[" + objects + "],\"error\":null}}";
  }
}
