package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.sink.JdbcSink;
import io.stocktrend.sink.Quotes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.flume.Sink.Status;
import org.apache.flume.channel.file.FileChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills PostgreSQL itself with -9 while a file channel drains into it, and starts it again. */
final class KilledServerIT {
  private static final int EVENTS = 20_000;

  @TempDir Path base;

  @Test
  void aKilledServerCostsNoEventAndDoublesNone() throws Exception {
    PostgresServer server = PostgresServer.in(base.resolve("server"));
    FileChannel channel = JdbcRig.fileChannel(base);
    JdbcRig rig = JdbcRig.over(channel, server, base);
    for (int from = 0; from < EVENTS; from += 10_000) {
      rig.put(Quotes.events(from, from + 10_000));
    }
    AtomicBoolean stopped = new AtomicBoolean();
    Thread runner = runner(rig.start(Map.of("batchSize", "200")), stopped);
    rig.awaitRows(3000);
    server.kill();
    Thread.sleep(500);
    server.restart();
    long survived = rig.rows();
    rig.awaitRows(EVENTS);
    stopped.set(true);
    runner.join();
    channel.stop();

    assertTrue(survived < EVENTS, "killed in the middle");
    assertEquals(Quotes.symbols(0, EVENTS), rig.symbols());
    assertEquals(List.of(), rig.reasons());
    server.stop();
  }

  /** Runs the sink as Flume's runner does, with a shorter back-off. */
  private static Thread runner(JdbcSink sink, AtomicBoolean stopped) {
    Thread thread =
        new Thread(
            () -> {
              while (!stopped.get()) {
                if (sink.process() == Status.BACKOFF) {
                  LockSupport.parkNanos(20_000_000);
                }
              }
              sink.stop();
            });
    thread.start();
    return thread;
  }
}
