package io.stocktrend.client;

import io.stocktrend.record.Article;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.Movement;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Plants a small market whose days end on Friday, 2026-11-20. */
public final class SmallMarket {
  public static final LocalDate LAST_SESSION = LocalDate.parse("2026-11-20");

  /** Monday morning: everything is known. */
  public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  /** What a hostile publisher would call a story. */
  public static final String HOSTILE =
      "</script><script>window.broken=1</script><img src=x onerror=\"window.broken=1\">'\"&\u2028<!--";

  private SmallMarket() {}

  /** Rows of all five datasets. */
  public static void plantAll(Path root) {
    bars(root, 300, "AAPL", "MSFT");
    quote(root, "AAPL");
    stories(root);
    SmallEconomy.plant(root);
  }

  /** Daily bars of the last sessions. */
  public static void bars(Path root, int sessions, String... symbols) {
    List<LocalDate> days =
        Stream.iterate(LAST_SESSION, day -> day.minusDays(1))
            .filter(SmallMarket::isWeekday)
            .limit(sessions)
            .toList();
    List<Movement> rows = new ArrayList<>();
    for (String symbol : symbols) {
      for (int i = 0; i < days.size(); i++) {
        rows.add(bar(symbol, days.get(i), days.size() - 1 - i));
      }
    }
    TestData.part(root, Dataset.STOCK_MOVEMENTS, NOW, "bars.parquet", rows);
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static Movement bar(String symbol, LocalDate day, int index) {
    Instant open = Instant.parse(day + "T14:30:00Z");
    Instant close = Instant.parse(day + "T21:00:00Z");
    double price = 100 + 20 * Math.sin(index / 15.0) + index / 10.0;
    return Movement.newBuilder()
        .setRecordId(RecordId.of(symbol + "|1d|" + open, close))
        .setEventTime(open)
        .setKnownAt(close)
        .setCollectedAt(NOW)
        .setProvider("yahoo")
        .setSymbol(symbol)
        .setInterval("1d")
        .setOpen(price - 1)
        .setHigh(price + 2.123456)
        .setLow(price - 2.123456)
        .setClose(price)
        .setVolume(1_000_000L + index)
        .setIsFinal(true)
        .setChange(0.012345678)
        .setSma20(index < 19 ? null : price - 3.123456)
        .setSma50(index < 49 ? null : price - 5.123456)
        .setSma200(index < 199 ? null : price - 9.123456)
        .setRsi14(index < 14 ? null : 50 + 40 * Math.sin(index / 9.0))
        .setMacd(index < 25 ? null : Math.sin(index / 12.0))
        .setMacdSignal(index < 33 ? null : Math.sin(index / 12.0 - 0.4))
        .setMacdHistogram(index < 33 ? null : 0.4 * Math.cos(index / 12.0))
        .setTrend(index < 50 ? null : "UP")
        .build();
  }

  private static void quote(Path root, String symbol) {
    Quote quote =
        Quote.newBuilder(TestData.quote(symbol, Instant.parse("2026-11-20T21:00:00Z"), 131.5))
            .setMarketCap(2_000_000_000_000L)
            .setPeRatio(25.04)
            .setFiftyTwoWeekLow(91.5)
            .setFiftyTwoWeekHigh(141.5)
            .build();
    TestData.part(root, Dataset.FINANCIAL_DATA, NOW, "quotes.parquet", List.of(quote));
  }

  private static void stories(Path root) {
    TestData.part(
        root,
        Dataset.NEWS_DATA,
        NOW,
        "stories.parquet",
        List.of(
            story("2026-11-18T15:00:00Z", "Profit rises", "https://news.example/1", 0.6),
            story("2026-11-19T15:00:00Z", HOSTILE, "javascript:window.broken=1", -0.7),
            story("2026-11-22T15:00:00Z", "A story of the weekend", null, null)));
  }

  private static Article story(String time, String headline, String url, Double score) {
    Instant published = Instant.parse(time);
    return Article.newBuilder()
        .setRecordId(RecordId.of("AAPL|" + time, published))
        .setEventTime(published)
        .setKnownAt(published)
        .setCollectedAt(NOW)
        .setProvider("finnhub")
        .setSymbol("AAPL")
        .setHeadline(headline)
        .setPublisher("<b>Wire</b>")
        .setUrl(url)
        .setSentimentScore(score)
        .setSentimentLabel(score == null ? null : score > 0 ? "POSITIVE" : "NEGATIVE")
        .setSentimentModel(score == null ? null : "finance-lexicon/1")
        .build();
  }
}
