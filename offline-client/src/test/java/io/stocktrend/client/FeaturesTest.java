package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Movement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesTest {
  @TempDir private Path folder;

  private Path stored(MarketHistory history) throws Exception {
    Path root = Files.createDirectory(folder.resolve("data"));
    history.store(root, row -> true);
    return root;
  }

  private static long seed(RepetitionInfo repetition) {
    return 20261105L + repetition.getCurrentRepetition();
  }

  @RepeatedTest(6)
  void everySessionIsWhatIsLeftWhenAllLaterRowsAreDeleted(RepetitionInfo repetition)
      throws Exception {
    long seed = seed(repetition);
    MarketHistory history = new MarketHistory(seed);
    try (MarketDataClient client = MarketDataClient.open(stored(history))) {
      List<Row> rows = client.features().list();
      assertEquals(sessions(history), rows.size());
      for (Row row : rows) {
        LocalDate session = (LocalDate) row.get("session");
        Map<String, Object> expected =
            new BruteForceFeatures(history, (Instant) row.get("known_at"))
                .row((String) row.get("symbol"), session);
        assertEquals(text(expected), text(values(row, expected)), "seed " + seed + ", " + row);
      }
    }
  }

  @RepeatedTest(2)
  void aStoreWithoutTheLaterRowsGivesTheSame(RepetitionInfo repetition) throws Exception {
    MarketHistory history = new MarketHistory(seed(repetition));
    List<String> macro = List.of("cpi");
    try (MarketDataClient client = MarketDataClient.open(stored(history))) {
      List<Row> rows = client.features().horizons().macro(macro).list();
      for (Row row : rows.subList(rows.size() - 6, rows.size())) {
        Instant close = (Instant) row.get("known_at");
        Path left = Files.createTempDirectory(folder, "left");
        history.store(left, known -> !((Instant) known.get(2)).isAfter(close));
        try (MarketDataClient leftOver = MarketDataClient.open(left)) {
          assertTrue(
              leftOver.features().horizons().macro(macro).list().stream()
                  .anyMatch(other -> other.values().equals(row.values())),
              row.toString());
        }
      }
    }
  }

  private static long sessions(MarketHistory history) {
    return history.rows(Movement.class).stream()
        .filter(Movement::getIsFinal)
        .map(bar -> bar.getSymbol() + bar.getEventTime())
        .distinct()
        .count();
  }

  private static Map<String, Object> values(Row row, Map<String, Object> like) {
    Map<String, Object> values = new LinkedHashMap<>();
    like.keySet().forEach(column -> values.put(column, row.get(column)));
    return values;
  }

  /** The mean of scores depends on the order of adding them in its last digits. */
  private static String text(Map<String, Object> row) {
    return row.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + "="
                    + (entry.getKey().equals("news_sentiment") && entry.getValue() != null
                        ? "%.12f".formatted((Double) entry.getValue())
                        : entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  @RepeatedTest(3)
  void labelsAreReturnsBetweenTheNewestKnownCloses(RepetitionInfo repetition) throws Exception {
    MarketHistory history = new MarketHistory(seed(repetition));
    Map<String, Map<Instant, Double>> closes = new TreeMap<>();
    history.rows(Movement.class).stream()
        .filter(Movement::getIsFinal)
        .sorted(Comparator.comparing(Movement::getKnownAt))
        .forEach(
            bar ->
                closes
                    .computeIfAbsent(bar.getSymbol(), symbol -> new TreeMap<>())
                    .put(bar.getEventTime(), bar.getClose()));
    try (MarketDataClient client = MarketDataClient.open(stored(history))) {
      for (Row row : client.features().horizons(1, 5).list()) {
        List<Instant> sessions = new ArrayList<>(closes.get(row.get("symbol")).keySet());
        List<Double> prices = new ArrayList<>(closes.get(row.get("symbol")).values());
        int at = sessions.indexOf(MarketHistory.open((LocalDate) row.get("session")));
        for (int horizon : List.of(1, 5)) {
          Double expected =
              at + horizon < prices.size() ? prices.get(at + horizon) / prices.get(at) - 1 : null;
          assertEquals(expected, row.get("forward_return_" + horizon + "d"));
        }
      }
    }
  }

  @Test
  void theRangeChoosesSessionsAndNotTheirInputs() throws Exception {
    MarketHistory history = new MarketHistory(1);
    Instant from = MarketHistory.open(MarketHistory.FIRST_DAY.plusDays(10));
    Instant to = MarketHistory.open(MarketHistory.FIRST_DAY.plusDays(15));
    try (MarketDataClient client = MarketDataClient.open(stored(history))) {
      List<List<Object>> inRange =
          client.features().symbols("AAPL").list().stream()
              .filter(row -> row.get("symbol").equals("AAPL"))
              .filter(
                  row -> {
                    Instant open = MarketHistory.open((LocalDate) row.get("session"));
                    return !open.isBefore(from) && open.isBefore(to);
                  })
              .map(Row::values)
              .toList();
      FeatureQuery narrowed = client.features().symbols("AAPL").from(from).to(to);
      assertEquals(inRange, narrowed.list().stream().map(Row::values).toList());
      assertEquals(inRange.size(), narrowed.count());
      assertTrue(inRange.size() > 2);
    }
  }

  @Test
  void asOfATimeTheLabelsAreThoseKnownThen() throws Exception {
    MarketHistory history = new MarketHistory(2);
    Instant asOf = MarketHistory.open(MarketHistory.FIRST_DAY.plusDays(12));
    Path left = Files.createDirectory(folder.resolve("left"));
    history.store(left, (SpecificRecord row) -> !((Instant) row.get(2)).isAfter(asOf));
    try (MarketDataClient client = MarketDataClient.open(stored(history));
        MarketDataClient leftOver = MarketDataClient.open(left)) {
      List<Row> rows = client.features().asOf(asOf).macro(List.of("gdp")).list();
      assertEquals(
          leftOver.features().macro(List.of("gdp")).list().stream().map(Row::values).toList(),
          rows.stream().map(Row::values).toList());
      assertNull(rows.get(rows.size() - 1).get("forward_return_1d"));
    }
  }

  @Test
  void wrongHorizonsAndIndicatorsAreNamed() throws Exception {
    try (MarketDataClient client = MarketDataClient.open(stored(new MarketHistory(3)))) {
      FeatureQuery query = client.features();
      assertEquals(
          "a horizon of 0 sessions: it must be 1 to 250",
          assertThrows(ClientException.class, () -> query.horizons(0)).getMessage());
      assertThrows(ClientException.class, () -> query.horizons(1, 251));
      FeatureQuery unknown = client.features().macro(List.of("cpl"));
      assertEquals(
          "no macroeconomic indicator 'cpl': did you mean 'cpi'?",
          assertThrows(ClientException.class, unknown::list).getMessage());
    }
  }

  @Test
  void withoutContextTheColumnsAreThereAndEmpty() throws Exception {
    MarketHistory history = new MarketHistory(4);
    Path root = Files.createDirectory(folder.resolve("bars"));
    history.store(root, row -> row instanceof Movement);
    try (MarketDataClient client = MarketDataClient.open(root)) {
      Row row = client.features().list().get(5);
      for (String column :
          List.of("news_count", "news_sentiment", "days_since_fomc", "days_until_fomc")) {
        assertNull(row.get(column));
      }
    }
  }
}
