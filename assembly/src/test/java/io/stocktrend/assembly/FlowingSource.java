package io.stocktrend.assembly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.flume.ChannelException;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.channel.ChannelProcessor;
import org.apache.flume.source.AbstractEventDrivenSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source that puts numbered quotes without a pause until the file {@code until} is there. After a
 * reload it goes on with the number that has not been put yet.
 */
public final class FlowingSource extends AbstractEventDrivenSource {
  private static final Logger LOG = LoggerFactory.getLogger(FlowingSource.class);
  private static final int BATCH = 5;
  private static final long PAUSE_NANOS = 5_000_000;
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Path until;
  private ChannelProcessor channels;
  private Thread thread;
  private volatile boolean stopped;

  @Override
  protected void doConfigure(Context context) {
    until = Path.of(context.getString("until"));
  }

  @Override
  protected void doStart() {
    // A stop holds the lock that asking for it takes.
    channels = getChannelProcessor();
    thread = new Thread(this::flow, "flow");
    thread.start();
  }

  @Override
  protected void doStop() {
    stopped = true;
    if (thread == null) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The symbol of a quote by its number; in the order of the numbers. */
  static String symbol(int number) {
    return "Q%07d".formatted(number);
  }

  private void flow() {
    while (!stopped && !Files.exists(until)) {
      put();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    if (!stopped) {
      LOG.info("{} quotes have been put in all", NEXT.get());
    }
  }

  /** What a full channel refuses is put again. */
  private void put() {
    int first = NEXT.get();
    List<Event> batch =
        IntStream.range(first, first + BATCH)
            .mapToObj(number -> PlantedSource.quote(symbol(number), 62.5))
            .toList();
    try {
      channels.processEventBatch(batch);
      NEXT.set(first + BATCH);
    } catch (ChannelException e) {
      LOG.warn("The quotes from {} on have to wait", first, e);
    }
  }
}
