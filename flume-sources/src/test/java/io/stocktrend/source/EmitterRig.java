package io.stocktrend.source;

import io.stocktrend.source.provider.SteppedTime;
import io.stocktrend.source.state.SourceState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flume.Event;

/** An emitter over its state, and a channel that takes what the test does not have it refuse. */
final class EmitterRig implements AutoCloseable {
  static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
  static final Instant ELEVEN = Instant.parse("2026-11-02T11:00:00Z");

  private final Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T10:00:00Z");
  private final List<List<Event>> taken = new ArrayList<>();
  private final List<RuntimeException> refusals = new ArrayList<>();
  private SourceState state;
  private Emitter emitter;

  /** Begins with batches of two. */
  EmitterRig(Path folder) throws IOException {
    this.folder = folder;
    restart(2);
  }

  /** Another process goes on with the state. */
  void restart(int batchSize) throws IOException {
    close();
    state = SourceState.open(folder);
    emitter = new Emitter(this::take, state, batchSize, time.timing());
  }

  SteppedTime time() {
    return time;
  }

  SourceState state() {
    return state;
  }

  Emitter emitter() {
    return emitter;
  }

  /** What the channel has taken, batch by batch. */
  List<List<Event>> taken() {
    return taken;
  }

  /** The ids of the records that the channel has taken. */
  List<String> ids() throws Exception {
    return Bench.ids(taken.stream().flatMap(List::stream).toList());
  }

  void offer(String symbol, double price, Instant now) throws Exception {
    emitter.offer(Bench.quote(symbol, price, now));
  }

  void send(String symbol, double price, Instant now) throws Exception {
    offer(symbol, price, now);
    emitter.flush();
  }

  /** The channel refuses one more batch, with that. */
  void refuse(RuntimeException refusal) {
    refusals.add(refusal);
  }

  void take(List<Event> events) {
    if (!refusals.isEmpty()) {
      throw refusals.remove(0);
    }
    taken.add(List.copyOf(events));
  }

  @Override
  public void close() throws IOException {
    if (state != null) {
      state.close();
    }
  }
}
