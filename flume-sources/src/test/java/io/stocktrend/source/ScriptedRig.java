package io.stocktrend.source;

import io.stocktrend.record.Settings;
import io.stocktrend.source.http.Sleeper;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flume.Channel;
import org.apache.flume.Event;
import org.apache.flume.PollableSource.Status;
import org.apache.flume.channel.MemoryChannel;

/** An hourly source whose feed is the test's script, over Flume's own channel in stepped time. */
final class ScriptedRig implements AutoCloseable {
  private final Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T10:20:00Z");
  private final MemoryChannel channel = Bench.channel(100, 10);
  private Script script = emitter -> Feed.Progress.COMPLETE;
  private int rounds;
  private int closed;
  private ScheduledSource source;

  ScriptedRig(Path folder) {
    this.folder = folder;
  }

  /** What a poll does. */
  interface Script {
    Feed.Progress poll(Emitter emitter) throws IOException, InterruptedException;
  }

  SteppedTime time() {
    return time;
  }

  MemoryChannel channel() {
    return channel;
  }

  ScheduledSource source() {
    return source;
  }

  /** The folder of its state. */
  Path state() {
    return folder.resolve("state/quotes");
  }

  /** Rounds that were begun. */
  int rounds() {
    return rounds;
  }

  /** Feeds that were closed. */
  int closed() {
    return closed;
  }

  /** From now on a poll does this. */
  void polls(Script next) {
    script = next;
  }

  /** From now on a poll offers a quote of each of these. */
  void offers(String... symbols) {
    script =
        emitter -> {
          for (String symbol : symbols) {
            emitter.offer(Bench.quote(symbol, 1, time.instant()));
          }
          return Feed.Progress.COMPLETE;
        };
  }

  /** A source that is not yet configured, and that only the caller knows. */
  ScheduledSource unconfigured() {
    return new Scripted(time.timing());
  }

  void start() {
    start(Map.of(), time::sleep, channel);
  }

  /** Starts it over these channels; something is done whenever it waits. */
  void start(Map<String, String> settings, Sleeper sleeper, Channel... channels) {
    configure(new Scripted(new Timing(time, sleeper, () -> 0L)), settings);
    source.setChannelProcessor(Bench.processor(channels));
    source.start();
  }

  /** Configures the source, a new one if there is none; one that is refused is not kept. */
  void configure(Map<String, String> settings) {
    configure(source == null ? unconfigured() : source, settings);
  }

  private void configure(ScheduledSource configured, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("stateDir", folder.resolve("state").toString());
    configured.setName("quotes");
    configured.configure(Bench.context(all));
    source = configured;
  }

  Status process() {
    return source.process();
  }

  /** What went into the channel since this was asked last. */
  List<Event> events() {
    return Bench.drain(channel);
  }

  void stop() {
    source.stop();
    source = null;
  }

  @Override
  public void close() {
    if (source != null) {
      stop();
    }
  }

  /** A source whose feed is the script. */
  private final class Scripted extends ScheduledSource {
    Scripted(Timing timing) {
      super("0 * * * *", timing);
    }

    @Override
    Feed feed(Settings settings, SourceSettings common) {
      return new Feed() {
        @Override
        public void begin() {
          rounds++;
        }

        @Override
        public Progress poll(Emitter emitter) throws IOException, InterruptedException {
          return script.poll(emitter);
        }

        @Override
        public void close() {
          closed++;
        }
      };
    }
  }
}
