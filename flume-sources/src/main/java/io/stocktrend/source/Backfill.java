package io.stocktrend.source;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.state.SourceState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Asks for the past, item by item. What was answered is remembered until all is, so that a backfill
 * that was cut off goes on where it was. Not safe for use by several threads.
 */
public final class Backfill implements AutoCloseable {
  /** So many items' answers at the most are asked for again after a crash. */
  private static final int ITEMS_TO_FLUSH = 20;

  private static final String DONE = "done|";
  private static final String JOB = "job";
  private static final String NONE = "-";

  /** So that nothing is remembered of the rows: what the store lacks later is wanted again. */
  private static final Duration NO_MEMORY = Duration.ofDays(-1);

  private final History history;
  private final SourceState state;
  private final Emitter emitter;
  private final String number;
  private int unflushed;

  /** Stores what a backfill that was cut off had on its way; a job of another name begins anew. */
  Backfill(History history, SourceState state, Emitter emitter, String job)
      throws IOException, InterruptedException {
    this.history = history;
    this.state = state;
    this.emitter = emitter;
    emitter.flush();
    String[] last = emitter.mark(JOB).orElse("0 " + NONE).split(" ", 2);
    boolean isSame = last[1].equals(job);
    this.number = isSame ? last[0] : Long.toString(Long.parseLong(last[0]) + 1);
    if (!isSame) {
      begin(job);
    }
  }

  private void begin(String job) throws IOException, InterruptedException {
    emitter.mark(JOB, number + " " + job);
    emitter.flush();
    emitter.complete(Instant.EPOCH, NO_MEMORY);
  }

  /** Whether it was answered before this backfill was cut off. */
  public boolean isDone(Wanted wanted) {
    return emitter.mark(mark(wanted)).filter(number::equals).isPresent();
  }

  /**
   * Asks for one item.
   *
   * @return why it was not obtained, provider by provider; empty if it was
   * @throws InterruptedException if the program stops
   */
  public List<ProviderException> ask(Wanted wanted) throws IOException, InterruptedException {
    List<ProviderException> failures = history.ask(wanted, emitter);
    if (failures.isEmpty()) {
      emitter.mark(mark(wanted), number);
    }
    unflushed++;
    if (unflushed == ITEMS_TO_FLUSH) {
      flush();
    }
    return failures;
  }

  /** Stores all that was obtained. */
  public void flush() throws IOException, InterruptedException {
    emitter.flush();
    unflushed = 0;
    FaultPoint.reach("backfill.flushed");
  }

  /** All is answered: the next backfill of the same job asks again. */
  public void finish() throws IOException, InterruptedException {
    begin(NONE);
  }

  /** Rows that were stored. */
  public long rows() {
    return emitter.emitted();
  }

  private static String mark(Wanted wanted) {
    return DONE + wanted.name();
  }

  @Override
  public void close() throws IOException {
    state.close();
  }
}
