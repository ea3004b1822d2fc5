package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.LogTape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which provider is asked for which symbols, and how a round ends. */
class QuoteFeedTest {
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
  void eachSymbolFailsOverInTheConfiguredOrder() throws Exception {
    second.has("A", 1).fails("B", FailureKind.MALFORMED);
    first.has("B", 2).has("C", 3);
    assertEquals(Feed.Progress.COMPLETE, rig.poll());
    assertEquals(List.of(List.of("A", "B", "C")), second.asked());
    assertEquals(List.of(List.of("B", "C")), first.asked());
    assertEquals(3, rig.events().size());
  }

  @Test
  void onlyTheUnansweredAreAskedForAgain() throws Exception {
    second.has("A", 1).fails("B", FailureKind.UNAVAILABLE).fails("C", FailureKind.NOT_FOUND);
    assertEquals(Feed.Progress.INCOMPLETE, rig.poll());
    second.has("B", 2);
    assertEquals(Feed.Progress.COMPLETE, rig.poll());
    assertEquals(List.of("B"), second.asked().get(1));
    rig.beginRound();
    rig.poll();
    assertEquals(List.of("A", "B", "C"), second.asked().get(2), "a new round asks for all");
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
    assertEquals(expected, rig.poll());
    assertEquals(2, rig.events().size());
  }

  @Test
  void aRefusalIsRememberedUntilTheRoundEndsAndNotAskedForAgainInIt() throws Exception {
    second.has("A", 1).fails("B", FailureKind.AUTHENTICATION).fails("C", FailureKind.UNAVAILABLE);
    assertEquals(Feed.Progress.INCOMPLETE, rig.poll());
    second.has("C", 3);
    assertEquals(Feed.Progress.REFUSED, rig.poll());
    assertEquals(List.of("C"), second.asked().get(1));
    second.has("B", 2);
    rig.beginRound();
    assertEquals(Feed.Progress.COMPLETE, rig.poll());
  }

  @Test
  void aRefusalThatAnotherProviderMakesUpForDoesNotCount() throws Exception {
    second.fails("A", FailureKind.AUTHENTICATION).fails("B", FailureKind.QUOTA);
    first.has("A", 1).has("B", 2);
    assertEquals(Feed.Progress.COMPLETE, rig.poll());
  }

  @Test
  void anUnknownSymbolIsSaidOnceAndDoesNotBlockTheRound() throws Exception {
    second.has("A", 1).has("B", 2);
    try (LogTape tape = new LogTape()) {
      for (int round = 0; round < 3; round++) {
        rig.beginRound();
        assertEquals(Feed.Progress.COMPLETE, rig.poll());
      }
      assertEquals(1, tape.lines("WARN", "No quote of C").size(), tape::all);
      second.has("C", 3);
      rig.beginRound();
      rig.poll();
      second.lacks("C");
      rig.beginRound();
      rig.poll();
      assertEquals(2, tape.lines("WARN", "No quote of C").size(), "it was known in between");
    }
  }

  @Test
  void unchangedValuesAreNotEmittedAgainAndChangedOnesAreNewlyKnown() throws Exception {
    second.has("A", 1);
    rig.poll();
    rig.time().pass(Duration.ofHours(1));
    rig.beginRound();
    rig.poll();
    assertEquals(1, rig.events().size());
    second.has("A", 2);
    rig.time().pass(Duration.ofHours(1));
    rig.beginRound();
    rig.poll();
    assertEquals(
        List.of("A|2026-11-02T10:00:00.000000Z", "A|2026-11-02T12:00:00.000000Z"),
        Bench.ids(rig.events()));
    assertEquals("A", rig.events().get(0).getHeaders().get("key"));
  }

  @Test
  void aProvidersMistakeKeepsNoOtherFromServingAndLeavesNoSecret() throws Exception {
    second.errs(new IllegalStateException("the answer echoed canary-1"));
    first.has("A", 1).has("B", 1).has("C", 1);
    try (LogTape tape = new LogTape()) {
      assertEquals(Feed.Progress.COMPLETE, rig.poll());
      assertTrue(tape.lines("ERROR", "IllegalStateException").size() > 0);
      assertFalse(tape.all().contains("canary"), tape::all);
    }
    assertEquals(3, rig.events().size());
  }
}
