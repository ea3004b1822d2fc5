package io.stocktrend.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a soak is and of how much of the index.
 *
 * @param first its first day in UTC
 * @param symbols at the most, spread over the index
 */
record SoakScale(LocalDate first, int days, int symbols, long seed) {
  private static final String FEW_INDICATORS =
      "(indicator|gdp|unemployment_rate|cpi|treasury_10y|initial_claims|consumer_sentiment),.*";

  /** A symbol of the universe and the first day on which it belongs to it. */
  record Member(String symbol, LocalDate from) {}

  Instant start() {
    return first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Instant end() {
    return start().plus(Duration.ofDays(days));
  }

  /**
   * Until then each hour ends with empty channels, as it does by a real clock: its rows make files
   * of their own.
   */
  Instant hourly() {
    return start().plus(Duration.ofDays(likeReal() + 1L));
  }

  /** Days after the first one of which the files are like those by a real clock. */
  int likeReal() {
    return isLong() ? 2 : 0;
  }

  /** Whether it takes so long that waiting for empty channels each day does not matter. */
  boolean isLong() {
    return days >= 20;
  }

  /** The lines of the universe, its header first. */
  List<String> universe() {
    List<String> rows = shipped("sp500.csv");
    List<String> chosen = new ArrayList<>(List.of(rows.get(0)));
    int members = rows.size() - 1;
    int count = Math.min(symbols, members);
    for (int i = 0; i < count; i++) {
      chosen.add(rows.get(1 + (int) ((long) i * members / count)));
    }
    return chosen;
  }

  List<Member> members() {
    return universe().stream().skip(1).map(SoakScale::member).toList();
  }

  private static Member member(String row) {
    String[] ends = row.split(",", -1);
    String from = ends[ends.length - 2];
    String symbol = row.substring(0, row.indexOf(','));
    return new Member(symbol, from.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(from));
  }

  /** The lines of the table of indicators; in a short soak only of some of each frequency. */
  List<String> indicators() {
    return shipped("macro-indicators.csv").stream()
        .filter(line -> isLong() || line.matches(FEW_INDICATORS))
        .toList();
  }

  private static List<String> shipped(String name) {
    try {
      return Files.readAllLines(DistributionHome.built().conf().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
