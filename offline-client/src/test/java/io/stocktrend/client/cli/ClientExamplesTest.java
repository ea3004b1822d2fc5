package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.SmallMarket;
import io.stocktrend.client.TestData;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.Movement;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The output that the page on the client shows is what its commands print. */
final class ClientExamplesTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final Duration SESSION = Duration.ofMinutes(390);

  @TempDir private static Path root;
  @TempDir private static Path market;

  private record Shown(String command, String output) {
    @Override
    public String toString() {
      return command;
    }
  }

  @BeforeAll
  static void plant() {
    SmallMarket.plantAll(market);
    Instant three = Instant.parse("2026-11-02T15:00:00Z");
    Instant four = three.plus(Duration.ofHours(1));
    List<Quote> quotes =
        List.of(
            quote("AAPL", three, 200.5, 2_000_000_000_000L),
            quote("MSFT", three, 410.25, 4_100_000_000_000L),
            quote("NVDA", three, 130, 1_290_000_000_000L),
            quote("AAPL", four, 201.5, 2_005_000_000_000L),
            quote("MSFT", four, 411.25, 4_102_500_000_000L),
            quote("NVDA", four, 131, 1_300_000_000_000L));
    TestData.part(root, Dataset.FINANCIAL_DATA, four, "quotes.parquet", quotes);
    Instant split = Instant.parse("2020-08-31T14:00:07Z");
    List<Movement> bars = new ArrayList<>();
    for (int ratio : List.of(1, 4)) {
      bars.add(bar("2020-08-06T13:30:00Z", 441.62, 454.79, 0.998, ratio, split));
      bars.add(bar("2020-08-28T13:30:00Z", 504.05, 499.23, 1, ratio, split));
    }
    TestData.part(root, Dataset.STOCK_MOVEMENTS, split, "bars.parquet", bars);
  }

  private static Quote quote(String symbol, Instant time, double close, long marketCap) {
    return Quote.newBuilder(TestData.quote(symbol, time, close)).setMarketCap(marketCap).build();
  }

  /** Known at its close as it was traded, and since the split adjusted by its ratio. */
  private static Movement bar(
      String time, double open, double close, double dividend, int ratio, Instant split) {
    Instant start = Instant.parse(time);
    Instant known = ratio == 1 ? start.plus(SESSION) : split;
    return Movement.newBuilder()
        .setRecordId(RecordId.of("AAPL|1d|" + start, known))
        .setEventTime(start)
        .setKnownAt(known)
        .setCollectedAt(split)
        .setProvider("yahoo")
        .setSymbol("AAPL")
        .setInterval("1d")
        .setIsFinal(true)
        .setOpen(open / ratio)
        .setClose(close / ratio)
        .setAdjClose(close / ratio * dividend)
        .build();
  }

  static Stream<Shown> shown() throws IOException {
    String page = Files.readString(Path.of("../docs/client.md"));
    String block = page.split("\n```\n\\$ stocktrend ", 2)[1].split("\n```", 2)[0];
    List<Shown> shown =
        Arrays.stream(block.split("\n\\$ stocktrend ", -1))
            .map(example -> example.split("\n", 2))
            .map(example -> new Shown(example[0], example[1].strip()))
            .toList();
    assertTrue(shown.size() > 7, shown::toString);
    return shown.stream();
  }

  @ParameterizedTest
  @MethodSource("shown")
  void whatAnExampleShowsIsWhatItsCommandPrints(Shown example) {
    List<String> words = new ArrayList<>();
    WORD.matcher(example.command())
        .results()
        .map(word -> Stream.of(1, 2, 3).map(word::group).filter(text -> text != null).findFirst())
        .forEach(word -> words.add(word.orElseThrow()));
    Path data = words.contains("features") ? market : root;
    words.addAll(List.of("--data", data.toString()));
    CommandRun run = CommandRun.of(words.toArray(String[]::new));
    assertEquals(example.output(), (run.out() + run.err()).replace("\r\n", "\n").strip());
  }
}
