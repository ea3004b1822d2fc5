package io.stocktrend.source;

import io.stocktrend.record.Settings;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import org.apache.flume.Event;
import org.apache.flume.PollableSource.Status;
import org.apache.flume.channel.MemoryChannel;

/**
 * One source through many up times, each a new source on the same folder, woken as Flume's runner
 * wakes it. A round takes {@link #ROUND}; a stop within it interrupts it.
 */
final class LongLife {
  static final Duration ROUND = Duration.ofSeconds(90);

  private static final int ROWS_EACH = 40;

  private final Map<String, String> settings;
  private final NavigableSet<Instant> dueTimes;
  private final SplittableRandom random;
  private final SteppedTime time = new SteppedTime("2026-01-01T00:00:00Z");
  private final MemoryChannel channel = Bench.channel(100, 10);
  private final List<Instant> completed = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private int offered;
  private Instant stop;

  LongLife(Path stateDir, Map<String, String> settings, NavigableSet<Instant> dueTimes, long seed) {
    this.settings = new HashMap<>(settings);
    this.settings.put("stateDir", stateDir.toString());
    this.dueTimes = dueTimes;
    this.random = new SplittableRandom(seed);
  }

  /** When the rounds that came to their end began. */
  List<Instant> live(List<UpTime> upTimes) {
    for (UpTime up : upTimes) {
      live(up);
    }
    return completed;
  }

  List<Event> events() {
    return events;
  }

  int offered() {
    return offered;
  }

  private void live(UpTime up) {
    time.set(up.from().toString());
    stop = up.to();
    Rounds source = new Rounds(time.timing());
    source.setName("rounds");
    source.configure(Bench.context(settings));
    source.setChannelProcessor(Bench.processor(channel));
    source.start();
    while (time.instant().isBefore(stop)) {
      if (source.process() == Status.BACKOFF) {
        sleep(source.getBackOffSleepIncrement());
      }
    }
    // The thread that Flume interrupts ends here.
    Thread.interrupted();
    source.stop();
    events.addAll(Bench.drain(channel));
  }

  /** As the runner, but mostly the wake-ups long before anything is due are left out. */
  private void sleep(long millis) {
    Instant wake = time.instant().plusMillis(millis);
    Instant due = dueTimes.higher(time.instant());
    Instant near = due == null ? stop : due.minusSeconds(100);
    boolean isSkipped = near.isAfter(wake) && random.nextInt(20) > 0;
    Instant until = isSkipped ? near : wake;
    time.set((until.isBefore(stop) ? until : stop).toString());
  }

  /** Its feed takes its time and remembers every round that it could end. */
  private final class Rounds extends ScheduledSource {
    Rounds(Timing timing) {
      super("0 * * * *", timing);
    }

    @Override
    Feed feed(Settings given, SourceSettings common) {
      return new Feed() {
        private Instant start;

        @Override
        public void begin() {
          start = time.instant();
        }

        @Override
        public Progress poll(Emitter emitter) throws IOException, InterruptedException {
          if (start.plus(ROUND).isAfter(stop)) {
            time.set(stop.toString());
            throw new InterruptedException("the agent stops");
          }
          time.pass(ROUND);
          if (completed.size() % ROWS_EACH == 0) {
            emitter.offer(Bench.quote("A", completed.size(), start));
            offered++;
          }
          completed.add(start);
          return Progress.COMPLETE;
        }

        @Override
        public void close() {
          start = null;
        }
      };
    }
  }
}
