package io.stocktrend.source;

import io.stocktrend.source.http.Timing;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One clock of several processes, in a file that all of them map: it stands still but for who waits
 * on it, and jumps to the next due time once every source says that it is idle until then.
 */
public final class VirtualTime extends Clock {
  /** System property that names the file to an agent. */
  public static final String FILE = "stocktrend.virtualTime";

  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final List<String> SOURCES =
      List.of("quotes", "movements", "news", "macro", "policy");
  private static final List<String> AGENTS = List.of("raw", "context");
  private static final int NOW = 0;
  private static final int DRAINING = 1;
  private static final int IDLE = 2;
  private static final int VITALS = IDLE + SOURCES.size();
  private static final int VITALS_OF_AN_AGENT = 5;
  private static final int SIZE = Long.BYTES * (VITALS + VITALS_OF_AN_AGENT * AGENTS.size());

  private final ByteBuffer shared;

  private VirtualTime(ByteBuffer shared) {
    this.shared = shared;
  }

  /** What a process looks like after a garbage collection. */
  public record Vitals(long heapBytes, long threads, long fileHandles) {}

  /** The clock of that file, which is made where it is not there. */
  public static VirtualTime open(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new VirtualTime(channel.map(MapMode.READ_WRITE, 0, SIZE));
    }
  }

  /** This time, with back-offs of full length. */
  Timing timing() {
    return new Timing(this, this::pass, () -> 0L);
  }

  /** Whoever waits lets time pass for all. */
  void pass(Duration duration) {
    LONGS.getAndAdd(shared, Long.BYTES * NOW, duration.plusNanos(999_999).toMillis());
  }

  /** Jumps there, if that is ahead. */
  public void advanceTo(Instant instant) {
    long ahead = instant.toEpochMilli() - get(NOW);
    if (ahead > 0) {
      pass(Duration.ofMillis(ahead));
    }
  }

  /** From now on sources are idle only once the channels of their agent are empty, or not. */
  public void drain(boolean isDraining) {
    set(DRAINING, isDraining ? 1 : 0);
  }

  boolean isDraining() {
    return get(DRAINING) == 1;
  }

  /** A source has nothing to do before that time. */
  void idle(String source, long untilMillis) {
    set(slot(source), untilMillis);
  }

  /** Nothing is known of what a source does. */
  public void busy(String source) {
    set(slot(source), 0);
  }

  /** Until when a source has nothing to do; not after now if it may have something to do. */
  public Instant idleUntil(String source) {
    return Instant.ofEpochMilli(get(slot(source)));
  }

  /** Asks an agent for its vitals. */
  public void askVitals(String agent) {
    LONGS.getAndAdd(shared, Long.BYTES * vitals(agent), 1L);
  }

  /** Whether it has been asked more often than it has answered. */
  public boolean isVitalsAsked(String agent) {
    return get(vitals(agent)) != get(vitals(agent) + 1);
  }

  void answerVitals(String agent, Vitals answer) {
    int slot = vitals(agent);
    set(slot + 2, answer.heapBytes);
    set(slot + 3, answer.threads);
    set(slot + 4, answer.fileHandles);
    set(slot + 1, get(slot));
  }

  /** What it answered last. */
  public Vitals vitalsOf(String agent) {
    int slot = vitals(agent);
    return new Vitals(get(slot + 2), get(slot + 3), get(slot + 4));
  }

  private static int slot(String source) {
    return IDLE + SOURCES.indexOf(source);
  }

  private static int vitals(String agent) {
    return VITALS + VITALS_OF_AN_AGENT * AGENTS.indexOf(agent);
  }

  private long get(int index) {
    return (long) LONGS.getVolatile(shared, Long.BYTES * index);
  }

  private void set(int index, long value) {
    LONGS.setVolatile(shared, Long.BYTES * index, value);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(get(NOW));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nothing here asks for another zone");
  }
}
