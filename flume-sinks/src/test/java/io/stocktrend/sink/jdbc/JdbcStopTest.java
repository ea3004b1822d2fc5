package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.sink.JdbcSink;
import io.stocktrend.sink.Quotes;
import io.stocktrend.sink.Rig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flume.Sink.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdbcStopTest {
  @TempDir Path base;
  private JdbcRig rig;

  @BeforeEach
  void emptySchema() throws Exception {
    rig = JdbcRig.inMemory(base);
  }

  /** Interrupts the sink in the middle of a batch; it backs off with the flag set, and stops. */
  private void stopsAtOnce(Map<String, String> settings) throws Exception {
    rig.put(Quotes.events(0, 20));
    JdbcSink sink = rig.start(settings);
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              Status status = sink.process();
              flag.complete(status == Status.BACKOFF && Thread.currentThread().isInterrupted());
            });
    thread.start();
    Thread.sleep(1000);
    assertTrue(!flag.isDone(), "the batch hangs");
    long before = System.nanoTime();
    thread.interrupt();
    assertTrue(flag.get(5, TimeUnit.SECONDS), "backs off with the flag set");
    sink.stop();
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, took.toString());
  }

  private void deliversTheRest() throws Exception {
    rig.deliver();
    assertEquals(Quotes.symbols(0, 20), rig.symbols());
  }

  @Test
  void aStatementThatWaitsForALockIsGivenUp() throws Exception {
    rig.put(Quotes.events(0, 1)).deliver();
    try (Connection other = rig.server().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(rig.sql("LOCK TABLE $financial_data"));
      stopsAtOnce(Map.of());
    }
    deliversTheRest();
  }

  @Test
  void aServerThatHangsInTheMiddleIsLeft() throws Exception {
    try (Gate gate = new Gate(rig.server().port(), 0)) {
      JdbcSink first = rig.start(Map.of("url", rig.url(gate.port())));
      rig.put(Quotes.events(0, 5));
      Rig.drain(first);
      first.stop();
      gate.hangAfter("INSERT INTO");
      stopsAtOnce(Map.of("url", rig.url(gate.port())));
    }
    deliversTheRest();
  }

  @Test
  void aServerThatNeverAnswersALoginIsLeft() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      stopsAtOnce(Map.of("url", rig.url(silent.getLocalPort())));
    }
    deliversTheRest();
  }
}
