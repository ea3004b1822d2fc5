package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flume.Sink.Status;
import org.apache.flume.SinkRunner;
import org.apache.flume.sink.DefaultSinkProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StopTest {
  @TempDir Path base;

  @Test
  void anInterruptWhileWaitingRollsBackAtOnceAndKeepsTheFlag() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 5));
    ParquetSink sink = rig.start(Map.of("batchMaxDelay", "5m"));
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              running.countDown();
              Status status = sink.process();
              flag.complete(status == Status.BACKOFF && Thread.currentThread().isInterrupted());
            });
    thread.start();
    running.await();
    Thread.sleep(100);
    thread.interrupt();
    assertTrue(flag.get(2, TimeUnit.SECONDS), "backs off with the flag set");
    sink.stop();

    assertEquals(0, rig.lake().parts().size());
    ParquetSink next = rig.start();
    Rig.drain(next);
    next.stop();
    assertEquals(Quotes.symbols(0, 5), rig.lake().symbols());
  }

  @Test
  void flumesRunnerStopsPromptly() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 5));
    ParquetSink sink = new ParquetSink();
    sink.setName("parquet");
    sink.setChannel(rig.channel());
    sink.configure(rig.context(Map.of("batchMaxDelay", "5m")));
    DefaultSinkProcessor processor = new DefaultSinkProcessor();
    processor.setSinks(List.of(sink));
    SinkRunner runner = new SinkRunner(processor);
    runner.start();
    Thread.sleep(200);
    long before = System.nanoTime();
    runner.stop();
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, took.toString());
  }

  @Test
  void aBatchWaitsForMoreNoLongerThanItsDelay() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 5));
    ParquetSink sink = rig.start(Map.of("batchMaxDelay", "700ms"));
    Thread later =
        new Thread(
            () -> {
              try {
                Thread.sleep(150);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              rig.put(Quotes.events(5, 8));
            });
    later.start();
    long before = System.nanoTime();
    assertEquals(Status.READY, sink.process());
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    later.join();
    sink.stop();
    assertEquals(1, rig.lake().parts().size());
    assertEquals(Quotes.symbols(0, 8), rig.lake().symbols());
    assertTrue(took.compareTo(Duration.ofMillis(690)) > 0, took.toString());
  }
}
