package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.Observation;
import io.stocktrend.record.RecordId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsOfTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path root;

  @RepeatedTest(8)
  void anAnswerAsOfATimeIsWhatAScanOfTheHistoryGives(RepetitionInfo repetition) {
    long seed = 20261101L + repetition.getCurrentRepetition();
    Random random = new Random(seed);
    List<Observation> history = history(random);
    store(history, random);
    try (MarketDataClient client = MarketDataClient.open(root)) {
      for (int i = 0; i < 12; i++) {
        Instant asOf = time(random);
        assertEquals(
            expected(history, asOf),
            values(client.macroeconomicData().asOf(asOf).list()),
            "seed " + seed + ", as of " + asOf);
      }
      assertEquals(
          expected(history, Instant.MAX),
          values(client.macroeconomicData().list()),
          "seed " + seed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noDatasetTellsWhatWasNotKnownAndEachTellsTheNewestThatWas(Dataset dataset) {
    for (int seed = 1; seed <= 3; seed++) {
      MarketHistory history = new MarketHistory(seed);
      Path root = this.root.resolve("seed-" + seed);
      history.store(root, row -> true);
      List<SpecificRecord> rows = history.rows(dataset);
      try (MarketDataClient client = MarketDataClient.open(root)) {
        for (SpecificRecord row : rows.subList(0, 20)) {
          Instant asOf = (Instant) row.get(2);
          assertEquals(
              newestIds(rows, asOf),
              client.query(dataset).asOf(asOf).stream()
                  .peek(known -> assertFalse(((Instant) known.get("known_at")).isAfter(asOf)))
                  .map(known -> (String) known.get("record_id"))
                  .sorted()
                  .toList(),
              "seed " + seed + ", as of " + asOf);
        }
      }
    }
  }

  private static List<String> newestIds(List<SpecificRecord> rows, Instant asOf) {
    return rows.stream()
        .filter(row -> !((Instant) row.get(2)).isAfter(asOf))
        .collect(
            Collectors.toMap(
                row -> RecordId.naturalKey((String) row.get(0)),
                row -> (String) row.get(0),
                BinaryOperator.maxBy(Comparator.comparing(id -> id.substring(id.length() - 27)))))
        .values()
        .stream()
        .sorted()
        .toList();
  }

  @Test
  void grossDomesticProductIsWhatWasPublishedThen() {
    List<Observation> vintages =
        List.of(gdp("2014-04-30", 17149.6), gdp("2014-05-29", 17101.3), gdp("2014-06-25", 17016.0));
    TestData.part(root, Dataset.MACROECONOMIC_DATA, START, "gdp.parquet", vintages);
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(List.of(), gdpAsOf(client, "2014-04-30T12:00:00Z"));
      assertEquals(List.of(17149.6), gdpAsOf(client, "2014-05-01T00:00:00Z"));
      assertEquals(List.of(17101.3), gdpAsOf(client, "2014-06-01T00:00:00Z"));
      assertEquals(List.of(17016.0), gdpAsOf(client, "2014-07-01T00:00:00Z"));
    }
  }

  private static List<Object> gdpAsOf(MarketDataClient client, String time) {
    return client.macroeconomicData().asOf(Instant.parse(time)).stream()
        .map(row -> row.get("value"))
        .toList();
  }

  /** As the source dates it: known at the end of the day of release. */
  private static Observation gdp(String released, double value) {
    LocalDate quarter = LocalDate.of(2014, 1, 1);
    Instant knownAt = Instant.parse(released + "T23:59:59Z");
    return Observation.newBuilder()
        .setRecordId(RecordId.of("gdp|USA|" + quarter, knownAt))
        .setEventTime(quarter.atStartOfDay().toInstant(ZoneOffset.UTC))
        .setKnownAt(knownAt)
        .setCollectedAt(START)
        .setProvider("fred")
        .setIndicator("gdp")
        .setSeriesId("GDP")
        .setCountry("USA")
        .setObservationDate(quarter)
        .setValue(value)
        .build();
  }

  private static Map<String, Double> values(List<Row> rows) {
    Map<String, Double> values = new TreeMap<>();
    rows.forEach(
        row ->
            assertEquals(
                null,
                values.put(
                    RecordId.naturalKey((String) row.get("record_id")),
                    (Double) row.get("value"))));
    return values;
  }

  private static Map<String, Double> expected(List<Observation> history, Instant asOf) {
    BinaryOperator<Observation> newer =
        BinaryOperator.maxBy(Comparator.comparing(Observation::getKnownAt));
    return history.stream()
        .filter(row -> !row.getKnownAt().isAfter(asOf))
        .collect(
            Collectors.toMap(
                row -> RecordId.naturalKey(row.getRecordId()), Function.identity(), newer))
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().getValue(),
                (a, b) -> a,
                TreeMap::new));
  }

  private static List<Observation> history(Random random) {
    Map<String, Observation> byId = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      Observation row = observation(random);
      byId.putIfAbsent(row.getRecordId(), row);
    }
    return List.copyOf(byId.values());
  }

  private static Observation observation(Random random) {
    String indicator = List.of("cpi", "gdp", "payrolls").get(random.nextInt(3));
    LocalDate date = LocalDate.of(2025, 1 + random.nextInt(12), 1);
    Instant knownAt = time(random);
    return Observation.newBuilder()
        .setRecordId(RecordId.of(indicator + "|USA|" + date, knownAt))
        .setEventTime(date.atStartOfDay().toInstant(ZoneOffset.UTC))
        .setKnownAt(knownAt)
        .setCollectedAt(knownAt.plusSeconds(random.nextInt(100_000)))
        .setProvider("fred")
        .setIndicator(indicator)
        .setSeriesId("S")
        .setCountry("USA")
        .setObservationDate(date)
        .setValue(random.nextDouble())
        .build();
  }

  // Few distinct times, so that many known_at are equal to the time that is asked for.
  private static Instant time(Random random) {
    return START.plus(Duration.ofHours(random.nextInt(60))).plusNanos(1000L * random.nextInt(2));
  }

  private void store(List<Observation> history, Random random) {
    List<List<Observation>> parts =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Observation row : history) {
      parts.get(random.nextInt(3)).add(row);
      if (random.nextInt(4) == 0) {
        parts.get(random.nextInt(3)).add(row);
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      Instant day = START.plus(Duration.ofDays(i));
      TestData.part(root, Dataset.MACROECONOMIC_DATA, day, "p" + i + ".parquet", parts.get(i));
    }
  }
}
