package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.LogTape;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flume.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotes that a provider gives, but that are not taken. */
class RefusedQuotesTest {
  @TempDir Path folder;
  private final QuoteDesk first = new QuoteDesk("yahoo");
  private final QuoteDesk second = new QuoteDesk("finnhub");
  private QuoteRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new QuoteRig(folder, first, second);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void aQuoteFromTheFutureIsRefusedAndTheNextProviderServes() throws Exception {
    second.has("A", 1, q -> q.setEventTime(rig.time().instant().plus(Duration.ofSeconds(121))));
    second.has("B", 1, q -> q.setEventTime(rig.time().instant().plus(Duration.ofMinutes(2))));
    first.has("A", 5);
    try (LogTape tape = new LogTape()) {
      rig.poll();
      assertEquals(2, rig.events().size());
      assertEquals(List.of("A", "C"), first.asked().get(0));
      second.lacks("B");
      first.lacks("A");
      rig.beginRound();
      rig.poll();
      assertEquals(1, tape.lines("WARN", "is in the future").size(), tape::all);
    }
  }

  @Test
  void aQuoteOlderThanTheLastOneIsRefusedAndTheNextProviderServes() throws Exception {
    Instant last = Instant.parse("2026-11-02T09:59:00Z");
    second.has("A", 1);
    rig.poll();
    second.has("A", 2, q -> q.setEventTime(last.minusMillis(1)));
    first.has("A", 3, q -> q.setEventTime(last));
    rig.time().pass(Duration.ofHours(1));
    rig.beginRound();
    assertEquals(Feed.Progress.COMPLETE, rig.poll());
    assertEquals(List.of("A", "B", "C"), first.asked().get(1));
    assertEquals(
        List.of("A|2026-11-02T10:00:00.000000Z", "A|2026-11-02T11:00:00.000000Z"),
        Bench.ids(rig.events()),
        "equal times are fine");
    assertEquals("yahoo", lastProvider());
    first.lacks("A");
    rig.beginRound();
    try (LogTape tape = new LogTape()) {
      rig.poll();
      String why = "its time 2026-11-02T09:58:59.999Z is before that of the last one";
      assertEquals(1, tape.lines("WARN", why).size(), tape::all);
    }
    assertEquals(2, rig.events().size());
  }

  @Test
  void anOlderQuoteLeavesItsSymbolToBeAskedForWhenAnotherProviderMayServe() throws Exception {
    Instant earlier = Instant.parse("2026-11-02T09:30:00Z");
    second.has("A", 1, q -> q.setEventTime(earlier)).fails("B", FailureKind.UNAVAILABLE);
    first.has("B", 1);
    rig.poll();
    second.has("B", 1, q -> q.setEventTime(earlier));
    first.lacks("B");
    first.fails("B", FailureKind.UNAVAILABLE);
    rig.beginRound();
    assertEquals(Feed.Progress.INCOMPLETE, rig.poll(), "B is still to be asked for, A is not");
    rig.poll();
    assertEquals(List.of("B"), second.asked().get(2));
    assertEquals(2, rig.events().size());
  }

  @Test
  void aQuoteWithoutPriceOrTimeIsRefused() throws Exception {
    second.has("A", 1, Quote.Builder::clearClose).has("B", 1, Quote.Builder::clearEventTime);
    assertEquals(Feed.Progress.COMPLETE, rig.poll());
    assertEquals(List.of(), rig.events());
  }

  @Test
  void anAnswerThatNobodyAskedForIsNotEmitted() throws Exception {
    second.has("Z", 1);
    rig.poll();
    assertEquals(List.of(), rig.events());
  }

  private String lastProvider() throws Exception {
    Event last = rig.events().get(rig.events().size() - 1);
    return new EventCodec().decode(last).values().get("provider").toString();
  }
}
