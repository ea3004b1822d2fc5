package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParallelTest {
  private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

  @Test
  void everyAnswerIsTakenOnceOnTheThreadOfTheCaller() throws Exception {
    Map<Integer, Integer> taken = new HashMap<>();
    Thread caller = Thread.currentThread();
    Parallel.ask(
        HUNDRED,
        7,
        item -> item * item,
        (item, square) -> {
          assertEquals(caller, Thread.currentThread());
          assertEquals(null, taken.put(item, square));
        });
    assertEquals(100, taken.size());
    assertEquals(81, taken.get(9));
  }

  @Test
  void asManyAreUnderWayAsAllowedAndNoMore() throws Exception {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    Parallel.ask(
        HUNDRED,
        3,
        item -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          three.countDown();
          assertTrue(three.await(10, TimeUnit.SECONDS), "three at once");
          return underWay.decrementAndGet();
        },
        (item, result) -> {});
    assertEquals(3, most.get());
  }

  @Test
  void nothingToAskForIsDoneAtOnce() throws Exception {
    Parallel.ask(List.of(), 4, item -> item, (item, result) -> assertTrue(false, "no answer"));
  }

  @Test
  void whatACallThrowsReachesTheCallerAndEndsTheOthers() {
    CountDownLatch interrupted = new CountDownLatch(1);
    IllegalStateException mistake =
        assertThrows(
            IllegalStateException.class,
            () -> Parallel.ask(List.of(0, 1), 2, i -> failOrHang(i, interrupted), (i, r) -> {}));
    assertEquals("planted", mistake.getMessage());
    assertTrue(isReached(interrupted));
  }

  @Test
  void whatTheTakerThrowsEndsTheCalls() {
    AtomicInteger asked = new AtomicInteger();
    assertThrows(
        IOException.class,
        () ->
            Parallel.ask(
                HUNDRED,
                1,
                item -> asked.incrementAndGet(),
                (item, result) -> {
                  throw new IOException("planted");
                }));
    assertTrue(asked.get() <= 2, asked::toString);
  }

  @Test
  void anInterruptOfTheCallerEndsTheCallsPromptly() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(2);
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch thrown = new CountDownLatch(1);
    Thread caller =
        new Thread(
            () ->
                assertThrows(
                    InterruptedException.class,
                    () -> {
                      try {
                        Parallel.ask(HUNDRED, 2, i -> hang(begun, interrupted), (i, r) -> {});
                      } finally {
                        thrown.countDown();
                      }
                    }));
    caller.start();
    assertTrue(isReached(begun));
    caller.interrupt();
    assertTrue(isReached(thrown));
    assertTrue(isReached(interrupted));
  }

  private static int failOrHang(int item, CountDownLatch interrupted) throws InterruptedException {
    if (item == 0) {
      throw new IllegalStateException("planted");
    }
    return hang(new CountDownLatch(1), interrupted);
  }

  private static int hang(CountDownLatch begun, CountDownLatch interrupted)
      throws InterruptedException {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
  }

  private static boolean isReached(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
