package io.stocktrend.agent.gaps;

import io.stocktrend.agent.AuditedSources.Found;
import io.stocktrend.agent.primary.PrimaryStore;
import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.sink.batch.EventReader;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.RefusedEvent;
import io.stocktrend.source.Backfill;
import io.stocktrend.source.Stored;
import io.stocktrend.source.Wanted;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.apache.flume.Event;
import org.apache.flume.conf.ConfigurationException;
import org.apache.flume.interceptor.Interceptor;

/**
 * Asks the providers of one source for the past and stores it in the Parquet primary, through the
 * interceptors of the agent file. For one run.
 */
final class Filling {
  private final Found found;
  private final PrimaryStore store;
  private final Interceptor interceptors;
  private final EventReader reader = new EventReader();
  private final List<Wanted> answered = new ArrayList<>();
  private final Map<String, String> failed = new LinkedHashMap<>();
  private final List<String> refused = new ArrayList<>();
  private int asked;

  Filling(Found found, PrimaryStore store) {
    this.found = found;
    this.store = store;
    this.interceptors = Interceptors.of(found.settings());
  }

  /**
   * What became of it.
   *
   * @param rows that were stored
   * @param answered what need not be asked for again
   * @param failed why an item was not obtained
   * @param refused why rows were not stored
   */
  record Outcome(
      long rows,
      List<Wanted> answered,
      Map<String, String> failed,
      List<String> refused,
      boolean isComplete) {}

  /** Asks for all that is wanted; goes on where the same job was cut off. */
  Outcome run(String job, List<Wanted> wanted, Stored stored, DoubleConsumer progress)
      throws IOException, InterruptedException {
    try (Backfill backfill = found.source().backfill(job, stored, this::store)) {
      for (Wanted each : wanted) {
        ask(each, backfill);
        asked++;
        progress.accept((double) asked / wanted.size());
      }
      backfill.flush();
      boolean isComplete = answered.size() == wanted.size();
      if (isComplete) {
        backfill.finish();
      }
      return new Outcome(backfill.rows() - refused.size(), answered, failed, refused, isComplete);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (ConfigurationException e) {
      throw new ClientException(Fault.DATA, e.getMessage(), e);
    }
  }

  /** What no provider knows is answered too: there is nothing to go on with. */
  private void ask(Wanted wanted, Backfill backfill) throws IOException, InterruptedException {
    List<ProviderException> failures = backfill.isDone(wanted) ? List.of() : backfill.ask(wanted);
    if (failures.stream().allMatch(failure -> failure.kind() == FailureKind.NOT_FOUND)) {
      answered.add(wanted);
    }
    if (!failures.isEmpty()) {
      failed.put(wanted.item(), text(failures));
    }
  }

  private static String text(List<ProviderException> failures) {
    return failures.stream().map(Throwable::getMessage).collect(Collectors.joining("; "));
  }

  private void store(List<Event> events) {
    // What was on its way when it was cut off may stand in the store already.
    events.forEach(event -> event.getHeaders().put(EventHeaders.POSSIBLE_DUPLICATE, "true"));
    List<RefusedEvent> refusals = new ArrayList<>();
    List<RecordEvent> records = reader.read(interceptors.intercept(events), refusals);
    try {
      refusals.addAll(store.write(records));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    refusals.forEach(
        refusal ->
            refused.add(
                refusal.event().getHeaders().get(EventHeaders.KEY) + ": " + refusal.reason()));
  }
}
