package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Quote;
import io.stocktrend.record.Settings;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.LogTape;
import io.stocktrend.source.provider.OpenProviders;
import io.stocktrend.source.provider.ProviderEntry;
import io.stocktrend.source.provider.QuoteProvider;
import io.stocktrend.source.provider.Quotes;
import io.stocktrend.source.provider.SteppedTime;
import io.stocktrend.source.state.SourceState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flume.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuoteFeedTest {
  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T10:00:00Z");
  private final List<Event> events = new ArrayList<>();
  private final Desk first = new Desk("yahoo");
  private final Desk second = new Desk("finnhub");
  private SourceState state;
  private Emitter emitter;
  private QuoteFeed feed;

  @BeforeEach
  void open() throws Exception {
    state = SourceState.open(folder.resolve("quotes"));
    emitter = new Emitter(events::addAll, state, 10, time.timing());
    Settings settings = Settings.of("source quotes", Map.of("providers", "finnhub, yahoo"));
    OpenProviders<QuoteProvider> providers =
        OpenProviders.open(
            settings,
            List.of(
                new ProviderEntry<>("yahoo", false, access -> first),
                new ProviderEntry<>("finnhub", false, access -> second)),
            folder,
            time.timing());
    feed = new QuoteFeed(providers, List.of("A", "B", "C"), time);
    feed.begin();
  }

  @AfterEach
  void close() throws Exception {
    feed.close();
    state.close();
  }

  @Test
  void eachSymbolFailsOverInTheConfiguredOrder() throws Exception {
    second.has("A", 1).fails("B", FailureKind.MALFORMED);
    first.has("B", 2).has("C", 3);
    assertEquals(Feed.Progress.COMPLETE, poll());
    assertEquals(List.of(List.of("A", "B", "C")), second.asked);
    assertEquals(List.of(List.of("B", "C")), first.asked);
    assertEquals(3, events.size());
  }

  @Test
  void onlyTheUnansweredAreAskedForAgain() throws Exception {
    second.has("A", 1).fails("B", FailureKind.UNAVAILABLE).fails("C", FailureKind.NOT_FOUND);
    assertEquals(Feed.Progress.INCOMPLETE, poll());
    second.has("B", 2);
    assertEquals(Feed.Progress.COMPLETE, poll());
    assertEquals(List.of("B"), second.asked.get(1));
    feed.begin();
    poll();
    assertEquals(List.of("A", "B", "C"), second.asked.get(2), "a new round asks for all");
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void onlyAnUnknownSymbolLeavesTheRoundComplete(FailureKind kind) throws Exception {
    second.has("A", 1).has("B", 1).fails("C", kind);
    Feed.Progress expected =
        switch (kind) {
          case UNAVAILABLE, RATE_LIMIT, MALFORMED -> Feed.Progress.INCOMPLETE;
          case AUTHENTICATION, QUOTA -> Feed.Progress.REFUSED;
          case NOT_FOUND -> Feed.Progress.COMPLETE;
        };
    assertEquals(expected, poll());
    assertEquals(2, events.size());
  }

  @Test
  void aRefusalIsRememberedUntilTheRoundEndsAndNotAskedForAgainInIt() throws Exception {
    second.has("A", 1).fails("B", FailureKind.AUTHENTICATION).fails("C", FailureKind.UNAVAILABLE);
    assertEquals(Feed.Progress.INCOMPLETE, poll());
    second.has("C", 3);
    assertEquals(Feed.Progress.REFUSED, poll());
    assertEquals(List.of("C"), second.asked.get(1));
    second.has("B", 2);
    feed.begin();
    assertEquals(Feed.Progress.COMPLETE, poll());
  }

  @Test
  void aRefusalThatAnotherProviderMakesUpForDoesNotCount() throws Exception {
    second.fails("A", FailureKind.AUTHENTICATION).fails("B", FailureKind.QUOTA);
    first.has("A", 1).has("B", 2);
    assertEquals(Feed.Progress.COMPLETE, poll());
  }

  @Test
  void anUnknownSymbolIsSaidOnceAndDoesNotBlockTheRound() throws Exception {
    second.has("A", 1).has("B", 2);
    try (LogTape tape = new LogTape()) {
      for (int round = 0; round < 3; round++) {
        feed.begin();
        assertEquals(Feed.Progress.COMPLETE, poll());
      }
      assertEquals(1, tape.lines("WARN", "No quote of C").size(), tape::all);
      second.has("C", 3);
      feed.begin();
      poll();
      second.has.remove("C");
      feed.begin();
      poll();
      assertEquals(2, tape.lines("WARN", "No quote of C").size(), "it was known in between");
    }
  }

  @Test
  void aQuoteFromTheFutureIsRefusedAndTheNextProviderServes() throws Exception {
    second.has("A", 1, q -> q.setEventTime(time.instant().plus(Duration.ofSeconds(121))));
    second.has("B", 1, q -> q.setEventTime(time.instant().plus(Duration.ofMinutes(2))));
    first.has("A", 5);
    try (LogTape tape = new LogTape()) {
      poll();
      assertEquals(2, events.size());
      assertEquals(List.of("A", "C"), first.asked.get(0));
      second.has.remove("B");
      first.has.remove("A");
      feed.begin();
      poll();
      assertEquals(1, tape.lines("WARN", "is in the future").size(), tape::all);
    }
  }

  @Test
  void aQuoteOlderThanTheLastOneIsRefusedAndTheNextProviderServes() throws Exception {
    Instant last = Instant.parse("2026-11-02T09:59:00Z");
    second.has("A", 1);
    poll();
    second.has("A", 2, q -> q.setEventTime(last.minusMillis(1)));
    first.has("A", 3, q -> q.setEventTime(last));
    time.pass(Duration.ofHours(1));
    feed.begin();
    assertEquals(Feed.Progress.COMPLETE, poll());
    assertEquals(List.of("A", "B", "C"), first.asked.get(1));
    assertEquals(
        List.of("A|2026-11-02T10:00:00.000000Z", "A|2026-11-02T11:00:00.000000Z"),
        Bench.ids(events),
        "equal times are fine");
    assertEquals("yahoo", lastProvider());
    first.has.remove("A");
    feed.begin();
    try (LogTape tape = new LogTape()) {
      poll();
      String why = "its time 2026-11-02T09:58:59.999Z is before that of the last one";
      assertEquals(1, tape.lines("WARN", why).size(), tape::all);
    }
    assertEquals(2, events.size());
  }

  @Test
  void anOlderQuoteLeavesItsSymbolToBeAskedForWhenAnotherProviderMayServe() throws Exception {
    Instant earlier = Instant.parse("2026-11-02T09:30:00Z");
    second.has("A", 1, q -> q.setEventTime(earlier)).fails("B", FailureKind.UNAVAILABLE);
    first.has("B", 1);
    poll();
    second.has("B", 1, q -> q.setEventTime(earlier));
    first.has.remove("B");
    first.fails("B", FailureKind.UNAVAILABLE);
    feed.begin();
    assertEquals(Feed.Progress.INCOMPLETE, poll(), "B is still to be asked for, A is not");
    poll();
    assertEquals(List.of("B"), second.asked.get(2));
    assertEquals(2, events.size());
  }

  @Test
  void aQuoteWithoutPriceOrTimeIsRefused() throws Exception {
    second.has("A", 1, Quote.Builder::clearClose).has("B", 1, Quote.Builder::clearEventTime);
    assertEquals(Feed.Progress.COMPLETE, poll());
    assertEquals(List.of(), events);
  }

  @Test
  void unchangedValuesAreNotEmittedAgainAndChangedOnesAreNewlyKnown() throws Exception {
    second.has("A", 1);
    poll();
    time.pass(Duration.ofHours(1));
    feed.begin();
    poll();
    assertEquals(1, events.size());
    second.has("A", 2);
    time.pass(Duration.ofHours(1));
    feed.begin();
    poll();
    assertEquals(
        List.of("A|2026-11-02T10:00:00.000000Z", "A|2026-11-02T12:00:00.000000Z"),
        Bench.ids(events));
    assertEquals("A", events.get(0).getHeaders().get("key"));
  }

  @Test
  void aProvidersMistakeKeepsNoOtherFromServingAndLeavesNoSecret() throws Exception {
    second.mistake = new IllegalStateException("the answer echoed canary-1");
    first.has("A", 1).has("B", 1).has("C", 1);
    try (LogTape tape = new LogTape()) {
      assertEquals(Feed.Progress.COMPLETE, poll());
      assertTrue(tape.lines("ERROR", "IllegalStateException").size() > 0);
      assertFalse(tape.all().contains("canary"), tape::all);
    }
    assertEquals(3, events.size());
  }

  @Test
  void anAnswerThatNobodyAskedForIsNotEmitted() throws Exception {
    second.has("Z", 1);
    poll();
    assertEquals(List.of(), events);
  }

  private String lastProvider() throws Exception {
    Event last = events.get(events.size() - 1);
    return new EventCodec().decode(last).values().get("provider").toString();
  }

  private Feed.Progress poll() throws Exception {
    Feed.Progress progress = feed.poll(emitter);
    emitter.flush();
    return progress;
  }

  /** A provider that has what the test gives it. */
  private static final class Desk implements QuoteProvider {
    private final String name;
    private final Map<String, Quote.Builder> has = new HashMap<>();
    private final Map<String, ProviderException> fails = new HashMap<>();
    private final List<List<String>> asked = new ArrayList<>();
    private RuntimeException mistake;

    Desk(String name) {
      this.name = name;
    }

    Desk has(String symbol, double price) {
      return has(symbol, price, quote -> {});
    }

    Desk has(String symbol, double price, Consumer<Quote.Builder> change) {
      Quote.Builder quote =
          Quote.newBuilder()
              .setProvider(name)
              .setSymbol(symbol)
              .setClose(price)
              .setEventTime(Instant.parse("2026-11-02T09:59:00Z"));
      change.accept(quote);
      has.put(symbol, quote);
      fails.remove(symbol);
      return this;
    }

    Desk fails(String symbol, FailureKind kind) {
      fails.put(symbol, new ProviderException(name, kind, "so the test wants"));
      return this;
    }

    @Override
    public Quotes quotes(List<String> symbols) {
      asked.add(symbols);
      if (mistake != null) {
        throw mistake;
      }
      Quotes quotes = new Quotes(new LinkedHashMap<>(), new LinkedHashMap<>());
      has.forEach((s, q) -> quotes.found().put(s, Quote.newBuilder(q)));
      quotes.found().keySet().removeIf(s -> !symbols.contains(s) && !s.equals("Z"));
      quotes.failed().putAll(fails);
      return quotes;
    }
  }
}
