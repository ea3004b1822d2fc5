package io.stocktrend.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Row;
import io.stocktrend.record.Dataset;
import io.stocktrend.sink.compact.CompactedDay;
import io.stocktrend.sink.compact.CompactionListener;
import io.stocktrend.sink.compact.Compactor;
import io.stocktrend.sink.file.Encryption;
import io.stocktrend.sink.primary.PrimaryDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What readers see is the same before, during and after a compaction. */
final class CompactedViewsTest {
  private static final int FACTS = 30;
  private static final int VERSIONS = 40;
  private static final int PARTS = 12;

  @TempDir Path root;

  @ParameterizedTest
  @EnumSource
  void everyQuestionHasTheSameAnswerBeforeAndAfter(Dataset dataset) throws Exception {
    writeDays(dataset, 3);
    Map<String, List<Collection<Object>>> before = answers(dataset);

    compact(dataset);

    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(3, client.partFiles(dataset).size());
    }
    assertEquals(before, answers(dataset));
  }

  @Test
  void aReaderSeesTheSameRowsAllTheWhile() throws Exception {
    Dataset dataset = Dataset.STOCK_MOVEMENTS;
    writeDays(dataset, 12);
    Map<String, List<Collection<Object>>> before = answers(dataset);
    CompletableFuture<Void> compaction = CompletableFuture.runAsync(() -> compact(dataset));
    int questions = 0;
    boolean over = false;
    while (!over || questions < 2) {
      over = compaction.isDone();
      assertEquals(before, answers(dataset), "question " + questions++);
    }
    compaction.join();
  }

  private void writeDays(Dataset dataset, int days) throws IOException {
    RandomRows rows = new RandomRows(dataset, dataset.id().hashCode());
    Random random = rows.random();
    List<GenericRecord> known = new ArrayList<>();
    for (int part = 0; part < PARTS * days; part++) {
      List<GenericRecord> some = new ArrayList<>();
      for (int fact = 0; fact < FACTS; fact++) {
        boolean repeated = !known.isEmpty() && random.nextInt(3) == 0;
        GenericRecord row =
            repeated
                ? rows.again(known.get(random.nextInt(known.size())))
                : rows.row(fact + FACTS * part, random.nextInt(VERSIONS));
        some.add(row);
        known.add(row);
        some.addAll(versions(rows, row, fact + FACTS * part, repeated, known));
      }
      Collections.shuffle(some, random);
      Parts.write(root, dataset, Parts.DAY.plusDays(part % days), part, some);
    }
  }

  private static List<GenericRecord> versions(
      RandomRows rows, GenericRecord row, int fact, boolean repeated, List<GenericRecord> known) {
    if (repeated || rows.random().nextBoolean()) {
      return List.of();
    }
    GenericRecord later = rows.row(fact, VERSIONS + rows.random().nextInt(VERSIONS));
    known.add(later);
    return List.of(later, rows.again(row));
  }

  private Map<String, List<Collection<Object>>> answers(Dataset dataset) {
    Map<String, List<Collection<Object>>> answers = new LinkedHashMap<>();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      answers.put("newest", values(client.query(dataset).list()));
      answers.put("all", values(client.query(dataset).allVersions().list()));
      for (int hour = 1; hour < 2 * VERSIONS; hour += 17) {
        Instant time = RandomRows.START.plus(hour, ChronoUnit.HOURS);
        answers.put("as of " + time, values(client.query(dataset).asOf(time).list()));
      }
    }
    return answers;
  }

  private static List<Collection<Object>> values(List<Row> rows) {
    return rows.stream().<Collection<Object>>map(row -> new ArrayList<>(row.values())).toList();
  }

  private void compact(Dataset dataset) {
    try {
      Compactor.of(root, Encryption.NONE, false, new Failing())
          .compact(dataset, Parts.DAY.plusDays(100));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a skipped day for a failure. */
  private static final class Failing implements CompactionListener {
    @Override
    public void compacted(CompactedDay result) {
      // Every day is expected to be.
    }

    @Override
    public void skipped(PrimaryDay day, IOException reason) {
      throw new UncheckedIOException(reason);
    }
  }
}
