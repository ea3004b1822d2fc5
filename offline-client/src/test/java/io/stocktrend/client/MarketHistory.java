package io.stocktrend.client;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.Article;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.Movement;
import io.stocktrend.record.Observation;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * A random market of a few weeks in all its versions: revised bars, restated news, vintages, moved
 * and cancelled meetings. Many times coincide with a session's close.
 */
final class MarketHistory {
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
  static final int DAYS = 24;
  private static final LocalTime OPEN = LocalTime.of(14, 30);
  private static final LocalTime CLOSE = LocalTime.of(21, 0);

  private final Random random;
  private final Map<String, SpecificRecord> rows = new TreeMap<>();

  MarketHistory(long seed) {
    random = new Random(seed);
    for (String symbol : List.of("AAPL", "MSFT")) {
      for (int day = 0; day < DAYS; day++) {
        session(symbol, FIRST_DAY.plusDays(day));
      }
    }
    for (int i = 0; i < 60; i++) {
      article(i);
      observation();
    }
    for (int i = 0; i < 30; i++) {
      meeting(i);
      quote();
    }
  }

  static Instant open(LocalDate day) {
    return day.atTime(OPEN).toInstant(ZoneOffset.UTC);
  }

  private static Instant close(LocalDate day) {
    return day.atTime(CLOSE).toInstant(ZoneOffset.UTC);
  }

  /** The rows of a dataset in all versions. */
  List<SpecificRecord> rows(Dataset dataset) {
    return rows.values().stream()
        .filter(row -> row.getSchema().getFullName().equals(dataset.schema().getFullName()))
        .toList();
  }

  <T> List<T> rows(Class<T> type) {
    return rows.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** All rows for which the condition holds, as part files. */
  void store(Path root, Predicate<SpecificRecord> condition) {
    Map<Dataset, List<SpecificRecord>> byDataset =
        rows.values().stream()
            .filter(condition)
            .collect(
                Collectors.groupingBy(
                    row -> Dataset.byRecord(row.getSchema().getFullName()).orElseThrow()));
    byDataset.forEach(
        (dataset, records) -> TestData.part(root, dataset, close(FIRST_DAY), "p.parquet", records));
  }

  private void session(String symbol, LocalDate day) {
    if (random.nextInt(10) == 0) {
      return;
    }
    bar(symbol, day, close(day).minusSeconds(3600), false);
    if (day.isBefore(FIRST_DAY.plusDays(DAYS - 1))) {
      bar(symbol, day, close(day), true);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      Instant revised = time();
      if (revised.isAfter(close(day))) {
        bar(symbol, day, revised, true);
      }
    }
  }

  private void bar(String symbol, LocalDate day, Instant knownAt, boolean isFinal) {
    String id = RecordId.of(symbol + "|1d|" + open(day), knownAt);
    put(
        id,
        Movement.newBuilder()
            .setRecordId(id)
            .setEventTime(open(day))
            .setKnownAt(knownAt)
            .setCollectedAt(knownAt.plusSeconds(900))
            .setProvider("yahoo")
            .setSymbol(symbol)
            .setInterval("1d")
            .setIsFinal(isFinal)
            .setClose(cents())
            .setVolume((long) random.nextInt(1000))
            .setSma20(random.nextBoolean() ? null : cents())
            .setTrend(random.nextBoolean() ? "UP" : null)
            .build());
  }

  private void article(int number) {
    String symbol = List.of("AAPL", "MSFT", "").get(random.nextInt(3));
    for (int versions = 1 + random.nextInt(2); versions > 0; versions--) {
      Instant knownAt = time();
      String id = RecordId.of(symbol + "|story" + number, knownAt);
      put(
          id,
          Article.newBuilder()
              .setRecordId(id)
              .setEventTime(knownAt)
              .setKnownAt(knownAt)
              .setCollectedAt(knownAt.plusSeconds(60))
              .setProvider("finnhub")
              .setSymbol(symbol.isEmpty() ? null : symbol)
              .setHeadline("story")
              .setSentimentScore(random.nextInt(4) == 0 ? null : random.nextInt(200) / 100.0 - 1)
              .build());
    }
  }

  private void observation() {
    String indicator = List.of("cpi", "gdp", "treasury_10y").get(random.nextInt(3));
    String country = random.nextInt(4) == 0 ? "DEU" : "USA";
    LocalDate date = FIRST_DAY.minusMonths(random.nextInt(6));
    Instant knownAt = time();
    String id = RecordId.of(indicator + "|" + country + "|" + date, knownAt);
    put(
        id,
        Observation.newBuilder()
            .setRecordId(id)
            .setEventTime(date.atStartOfDay().toInstant(ZoneOffset.UTC))
            .setKnownAt(knownAt)
            .setCollectedAt(knownAt.plusSeconds(60))
            .setProvider("fred")
            .setIndicator(indicator)
            .setSeriesId("S")
            .setCountry(country)
            .setObservationDate(date)
            .setValue(random.nextInt(6) == 0 ? null : cents())
            .build());
  }

  private void meeting(int number) {
    String kind = number % 5 == 0 ? "FOMC_MINUTES" : "FOMC_MEETING";
    LocalDate starts = FIRST_DAY.plusDays(random.nextInt(60) - 20);
    for (int versions = 1 + random.nextInt(3); versions > 0; versions--) {
      Instant knownAt = time();
      String id = RecordId.of(kind + "|m" + number + "|" + starts, knownAt);
      put(
          id,
          Announcement.newBuilder()
              .setRecordId(id)
              .setEventTime(starts.atStartOfDay().toInstant(ZoneOffset.UTC))
              .setKnownAt(knownAt)
              .setCollectedAt(knownAt.plusSeconds(60))
              .setProvider("federalreserve")
              .setKind(kind)
              .setTitle("meeting")
              .setStartsOn(starts)
              .setEndsOn(random.nextInt(4) == 0 ? null : starts.plusDays(random.nextInt(3)))
              .setSummary(random.nextInt(5) == 0 ? "cancelled" : null)
              .setValues(Map.of())
              .setRelatedSymbols(new ArrayList<>(List.of("AAPL")))
              .build());
    }
  }

  private void put(String id, SpecificRecord row) {
    rows.putIfAbsent(row.getSchema().getName() + id, row);
  }

  private double cents() {
    return 100 + random.nextInt(10_000) / 100.0;
  }

  private void quote() {
    String symbol = random.nextBoolean() ? "AAPL" : "MSFT";
    Quote quote = TestData.quote(symbol, time(), cents());
    put(quote.getRecordId(), quote);
  }

  /** Often exactly a session's close, or the moment after it. */
  private Instant time() {
    Instant close = close(FIRST_DAY.plusDays(random.nextInt(DAYS)));
    return switch (random.nextInt(3)) {
      case 0 -> close;
      case 1 -> close.plusNanos(1000);
      default -> close.plus(Duration.ofMinutes(random.nextInt(2000) - 1000));
    };
  }
}
