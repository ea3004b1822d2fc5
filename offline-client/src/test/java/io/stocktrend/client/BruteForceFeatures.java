package io.stocktrend.client;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.Article;
import io.stocktrend.record.Movement;
import io.stocktrend.record.Observation;
import io.stocktrend.record.RecordId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The features of one session, computed from what is left of a history when every row that became
 * known after that session's close is deleted.
 */
final class BruteForceFeatures {
  private final Instant close;
  private final List<Movement> bars;
  private final List<Article> articles;
  private final List<Observation> observations;
  private final List<Announcement> announcements;

  BruteForceFeatures(MarketHistory history, Instant close) {
    this.close = close;
    this.bars = known(history.rows(Movement.class), Movement::getKnownAt);
    this.articles = known(history.rows(Article.class), Article::getKnownAt);
    this.observations = known(history.rows(Observation.class), Observation::getKnownAt);
    this.announcements = known(history.rows(Announcement.class), Announcement::getKnownAt);
  }

  private <T> List<T> known(List<T> rows, Function<T, Instant> knownAt) {
    return rows.stream().filter(row -> !knownAt.apply(row).isAfter(close)).toList();
  }

  private static <T> Collection<T> newest(
      Collection<T> rows, Function<T, String> id, Function<T, Instant> knownAt) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> RecordId.naturalKey(id.apply(row)),
                Function.identity(),
                (a, b) -> knownAt.apply(a).isAfter(knownAt.apply(b)) ? a : b,
                TreeMap::new))
        .values();
  }

  /** The row without its labels, by column. */
  Map<String, Object> row(String symbol, LocalDate session) {
    Movement bar =
        newest(
                bars.stream().filter(Movement::getIsFinal).toList(),
                Movement::getRecordId,
                Movement::getKnownAt)
            .stream()
            .filter(row -> row.getSymbol().equals(symbol))
            .filter(row -> row.getEventTime().equals(MarketHistory.open(session)))
            .findFirst()
            .orElseThrow();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("known_at", bar.getKnownAt());
    row.put("close", bar.getClose());
    row.put("volume", bar.getVolume());
    row.put("sma_20", bar.getSma20());
    row.put("trend", bar.getTrend());
    news(symbol, row);
    macro(row);
    meetings(session, row);
    return row;
  }

  private void news(String symbol, Map<String, Object> row) {
    Optional<Instant> previous =
        bars.stream()
            .filter(bar -> bar.getSymbol().equals(symbol) && bar.getIsFinal())
            .collect(
                Collectors.groupingBy(
                    Movement::getEventTime,
                    Collectors.mapping(
                        Movement::getKnownAt, Collectors.minBy(Comparator.naturalOrder()))))
            .values()
            .stream()
            .flatMap(Optional::stream)
            .filter(time -> time.isBefore(close))
            .max(Comparator.naturalOrder());
    Map<String, Instant> firstSeen =
        articles.stream()
            .collect(
                Collectors.toMap(
                    article -> RecordId.naturalKey(article.getRecordId()),
                    Article::getKnownAt,
                    (a, b) -> a.isBefore(b) ? a : b));
    List<Article> counted =
        newest(articles, Article::getRecordId, Article::getKnownAt).stream()
            .filter(article -> symbol.equals(article.getSymbol()))
            .filter(
                article ->
                    previous
                        .filter(firstSeen.get(RecordId.naturalKey(article.getRecordId()))::isAfter)
                        .isPresent())
            .toList();
    boolean covered =
        previous.isPresent()
            && articles.stream().anyMatch(a -> !a.getKnownAt().isAfter(previous.get()));
    row.put("news_count", counted.isEmpty() && !covered ? null : (Long) (long) counted.size());
    OptionalDouble mean =
        counted.stream()
            .map(Article::getSentimentScore)
            .filter(score -> score != null)
            .mapToDouble(Double::doubleValue)
            .average();
    row.put("news_sentiment", mean.isPresent() ? (Double) mean.getAsDouble() : null);
  }

  private void macro(Map<String, Object> row) {
    for (String indicator : List.of("cpi", "gdp", "treasury_10y")) {
      for (String country : List.of("USA", "DEU")) {
        row.put(
            indicator + (country.equals("USA") ? "" : "_deu"),
            observations.stream()
                .filter(o -> o.getIndicator().equals(indicator) && o.getCountry().equals(country))
                .filter(o -> o.getValue() != null)
                .max(
                    Comparator.comparing(Observation::getObservationDate)
                        .thenComparing(Observation::getKnownAt))
                .map(Observation::getValue)
                .orElse(null));
      }
    }
  }

  private void meetings(LocalDate session, Map<String, Object> row) {
    List<LocalDate> days =
        newest(
                announcements.stream().filter(a -> a.getKind().equals("FOMC_MEETING")).toList(),
                Announcement::getRecordId,
                Announcement::getKnownAt)
            .stream()
            .filter(meeting -> meeting.getSummary() == null)
            .map(m -> m.getEndsOn() == null ? m.getStartsOn() : m.getEndsOn())
            .sorted()
            .toList();
    row.put(
        "days_since_fomc",
        days.stream()
            .filter(day -> !day.isAfter(session))
            .map(day -> ChronoUnit.DAYS.between(day, session))
            .min(Comparator.naturalOrder())
            .orElse(null));
    row.put(
        "days_until_fomc",
        days.stream()
            .filter(day -> day.isAfter(session))
            .map(day -> ChronoUnit.DAYS.between(session, day))
            .min(Comparator.naturalOrder())
            .orElse(null));
  }
}
