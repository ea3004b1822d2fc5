package io.stocktrend.sink.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.sink.Quotes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.flume.Event;
import org.junit.jupiter.api.Test;

final class EventRelayTest {
  private static final Duration PROMPT = Duration.ofSeconds(20);
  private static final int MORE_THAN_MAY_WAIT = 40;

  @Test
  void eventsAreHandledInOrderBeforeItFinishes() throws Exception {
    List<Event> handled = new ArrayList<>();
    List<Event> events = Quotes.events(0, MORE_THAN_MAY_WAIT);
    try (EventRelay relay = new EventRelay("relay", handled::addAll)) {
      for (Event event : events) {
        relay.put(List.of(event));
      }
      relay.finish();
      assertEquals(events, handled);
    }
  }

  @Test
  void aFailureReachesWhoeverHandsOverAlthoughNobodyTakesAnyMore() {
    IOException failure = new IOException("No space left on device");
    try (EventRelay relay = failing(failure)) {
      Throwable thrown =
          assertTimeoutPreemptively(
              PROMPT,
              () ->
                  assertThrows(
                      IOException.class,
                      () -> {
                        for (int i = 0; i < MORE_THAN_MAY_WAIT; i++) {
                          relay.put(Quotes.events(i, i + 1));
                        }
                      }));
      assertSame(failure, thrown);
      assertSame(failure, assertThrows(IOException.class, relay::finish));
    }
  }

  @Test
  void aFailureOfTheLastEventsIsTheFailureOfTheBatch() throws Exception {
    OutOfMemoryError failure = new OutOfMemoryError("Java heap space");
    try (EventRelay relay =
        new EventRelay(
            "relay",
            events -> {
              throw failure;
            })) {
      relay.put(Quotes.events(0, 1));
      assertSame(failure, assertThrows(OutOfMemoryError.class, relay::finish));
    }
  }

  @Test
  void whatHangsIsInterruptedWhenItIsClosed() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    EventRelay relay =
        new EventRelay(
            "relay",
            events -> {
              hangs.countDown();
              await(never);
            });
    relay.put(Quotes.events(0, 1));
    hangs.await();
    assertTimeoutPreemptively(PROMPT, relay::close);
  }

  @Test
  void anInterruptOfWhoeverClosesItIsKept() {
    EventRelay relay = new EventRelay("relay", events -> {});
    Thread.currentThread().interrupt();
    relay.close();
    assertTrue(Thread.interrupted());
  }

  private static EventRelay failing(IOException failure) {
    return new EventRelay(
        "relay",
        events -> {
          throw failure;
        });
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }
}
