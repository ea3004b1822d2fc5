package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListAgainTest {
  private static final Instant DAY = Instant.parse("2026-11-02T15:00:00Z");

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({"1, 2", "4, 5", "5, 5"})
  void aPartThatIsGoneIsListedAgainABoundedNumberOfTimes(int failures, int asked) {
    AtomicInteger times = new AtomicInteger();
    Path gone = root.resolve("part-gone.parquet");
    List<String> answers = new ArrayList<>();
    Runnable question =
        () ->
            answers.add(
                ListAgain.ask(
                    new Parts(root, PartKeys.read(Optional.empty()), Optional.empty()),
                    () -> {
                      if (times.incrementAndGet() <= failures) {
                        throw failure(gone);
                      }
                      return "answer";
                    }));
    if (failures < 5) {
      question.run();
      assertEquals(List.of("answer"), answers);
    } else {
      assertThrows(ClientException.class, question::run);
    }
    assertEquals(asked, times.get());
  }

  @Test
  void aDamagedPartThatIsThereIsSaidAtOnce() throws Exception {
    Path damaged = Files.createFile(root.resolve("part-damaged.parquet"));
    AtomicInteger times = new AtomicInteger();
    assertThrows(
        ClientException.class,
        () ->
            ListAgain.ask(
                new Parts(root, PartKeys.read(Optional.empty()), Optional.empty()),
                () -> {
                  times.incrementAndGet();
                  throw failure(damaged);
                }));
    assertEquals(1, times.get());
  }

  @Test
  void partsThatArePutInPlaceOfOthersMeanwhileCostNoAnswer() throws Exception {
    for (int i = 0; i < 20; i++) {
      put("a" + i, i);
    }
    CompletableFuture<Void> replacing = CompletableFuture.runAsync(this::replaceAll);
    try (MarketDataClient client = MarketDataClient.open(root)) {
      while (!replacing.isDone()) {
        assertEquals(20, client.financialData().list().size());
        assertEquals(20, client.financialData().count());
      }
    }
    replacing.get();
  }

  /** As compaction does: the new ones first, then all old ones away. */
  private void replaceAll() {
    for (int round = 0; round < 6; round++) {
      for (int i = 0; i < 20; i++) {
        put((char) ('b' + round) + "" + i, i);
      }
      for (int i = 0; i < 20; i++) {
        delete((char) ('a' + round) + "" + i);
      }
    }
  }

  /** Under a hidden name first, as a sink does. */
  private void put(String name, int symbol) {
    Path hidden =
        TestData.part(
            root,
            Dataset.FINANCIAL_DATA,
            DAY,
            "_part-" + name + ".tmp",
            List.of(TestData.quote("S" + symbol, DAY, 1 + symbol)));
    try {
      Files.move(hidden, hidden.resolveSibling("part-" + name + ".parquet"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String name) {
    try {
      Files.delete(TestData.file(root, Dataset.FINANCIAL_DATA, DAY, "part-" + name + ".parquet"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClientException failure(Path part) {
    return DatabaseErrors.explain(new SQLException("IO Error: Cannot open file \"" + part + "\""));
  }
}
