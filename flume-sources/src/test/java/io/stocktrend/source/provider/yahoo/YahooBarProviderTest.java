package io.stocktrend.source.provider.yahoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.provider.Bar;
import io.stocktrend.source.provider.BarInterval;
import io.stocktrend.source.provider.BarRequest;
import io.stocktrend.source.provider.BarSeries;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YahooBarProviderTest {
  /** 12:47:30 in New York on a Monday. */
  private static final String NOW = "2026-11-02T17:47:30Z";

  private static final String META =
      "\"exchangeTimezoneName\":\"America/New_York\",\"priceHint\":2,\"regularMarketTime\":"
          + seconds("2026-11-02T17:47:19Z");

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime(NOW);
  private ProviderServer server;
  private YahooBarProvider yahoo;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, time);
    yahoo = new YahooBarProvider(server.access("yahoo", ""), NyseCalendar.packaged());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void itAsksOnceInYahoosSpellingWithoutACrumb() throws Exception {
    server.on("/v8/finance/chart/BRK-B", chart(META, "2026-10-30T13:30:00Z", 5));
    Instant from = Instant.parse("2026-10-01T13:30:00Z");
    yahoo.bars(new BarRequest("BRK.B", BarInterval.DAILY, from));
    assertEquals(1, server.targets().size());
    HttpUrl url = server.requests("/v8/finance/chart/BRK-B").get(0).getUrl();
    assertEquals("1d", url.queryParameter("interval"));
    assertEquals(Long.toString(from.getEpochSecond()), url.queryParameter("period1"));
    assertEquals("div|split", url.queryParameter("events"));
    assertTrue(Long.parseLong(url.queryParameter("period2")) > seconds(NOW), "with today's");
  }

  @Test
  void aRowOnAHolidayIsNoBar() throws Exception {
    String rows = "2026-05-22T13:30:00Z 2026-05-25T13:30:00Z 2026-05-26T13:30:00Z";
    assertEquals(List.of("2026-05-22T13:30:00Z", "2026-05-26T13:30:00Z"), starts(rows, 1, 2, 3));
  }

  @Test
  void aRunningHourOfNullsIsNotMadeOfTheStubAfterIt() throws Exception {
    String rows = "2026-11-02T15:30:00Z 2026-11-02T16:30:00Z 2026-11-02T17:30:00Z " + STUB;
    assertEquals(
        List.of("2026-11-02T15:30:00Z", "2026-11-02T16:30:00Z"),
        hours(rows, 9, 9, null, 0).stream().map(bar -> bar.start().toString()).toList());
    List<Bar> bars = hours(rows, 9, 9, 9, 0);
    assertEquals(3, bars.size());
    assertEquals(Instant.parse("2026-11-02T17:47:19Z"), bars.get(2).knownAt());
    assertEquals(9, bars.get(2).values().volume());
  }

  private static final String STUB = "2026-11-02T17:47:19Z";

  @Test
  void aDayThatRanInAnAnswerFromBeforeTheCloseIsNotTakenForOver() throws Exception {
    String rows = "2026-10-30T13:30:00Z 2026-11-02T17:47:19Z";
    List<String> both = List.of("2026-10-30T13:30:00Z", "2026-11-02T14:30:00Z");
    assertEquals(both, starts(rows, 5, 5), "it runs");
    time.set("2026-11-02T21:30:00Z");
    assertEquals(both.subList(0, 1), starts(rows, 5, 5));
    String settled = rows.replace("17:47:19", "14:30:00");
    assertEquals(both, starts(settled, 5, 5), "without a trade since, dated by its start");
  }

  @Test
  void aDayWithoutVolumeAfterANullRowIsAStub() throws Exception {
    String rows = "2026-10-28T13:30:00Z 2026-10-29T13:30:00Z 2026-10-30T13:30:00Z";
    assertEquals(List.of("2026-10-28T13:30:00Z"), starts(rows, 5, null, 0));
    assertEquals(3, starts(rows, 5, 0, 0).size(), "a quiet day is a day");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"dataGranularity\":\"1wk\"|bars of another length than 1d",
        "\"regularMarketTime\":1793900000|is in the future",
        "\"exchangeTimezoneName\":\"Mars/Olympus\"|time zone is unknown",
        "\"exchangeTimezoneName\":null|without its exchange's time zone",
        "\"exchangeTimezoneName\":\"Europe/Berlin\"|trading hours"
      })
  void aChartThatCannotBeRightIsMalformed(String member, String why) {
    String name = member.substring(0, member.indexOf(':'));
    String meta = META.replaceFirst(name + ":[^,]*", member);
    meta = meta.contains(member) ? meta : meta + "," + member;
    server.on("/v8/finance/chart/X", chart(meta, "2026-10-30T13:30:00Z", 5));
    ProviderException refused = assertThrows(ProviderException.class, this::days);
    assertEquals(FailureKind.MALFORMED, refused.kind());
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  @Test
  void columnsOfAnotherLengthOrWithoutAnyPriceAreMalformed() {
    String good = chart(META, "2026-10-30T13:30:00Z", 5);
    server.on("/v8/finance/chart/X", good.replace("\"close\":[10.5]", "\"close\":[10.5,11]"));
    assertTrue(assertThrows(ProviderException.class, this::days).getMessage().contains("2 closes"));
    server.off("/v8/finance/chart/X").on("/v8/finance/chart/X", good.replace("[10.5]", "[-10.5]"));
    assertTrue(
        assertThrows(ProviderException.class, this::days)
            .getMessage()
            .contains("without any price"));
  }

  private BarSeries days() throws ProviderException, InterruptedException {
    return yahoo.bars(new BarRequest("X", BarInterval.DAILY, Instant.EPOCH));
  }

  private List<String> starts(String stamps, Integer... volumes) throws Exception {
    server.off("/v8/finance/chart/X").on("/v8/finance/chart/X", chart(META, stamps, volumes));
    return days().bars().stream().map(bar -> bar.start().toString()).toList();
  }

  private List<Bar> hours(String stamps, Integer... volumes) throws Exception {
    server.off("/v8/finance/chart/X").on("/v8/finance/chart/X", chart(META, stamps, volumes));
    return yahoo.bars(new BarRequest("X", BarInterval.HOURLY, Instant.EPOCH)).bars();
  }

  /** Rows of one price at these times; a volume of null makes a row of nulls. */
  private static String chart(String meta, String stamps, Integer... volumes) {
    List<String> times = List.of(stamps.split(" ", -1));
    String seconds =
        times.stream().map(time -> Long.toString(seconds(time))).collect(Collectors.joining(","));
    String columns =
        List.of("open", "high", "low", "close").stream()
            .map(name -> "\"" + name + "\":[" + column(volumes, "10.5") + "]")
            .collect(Collectors.joining(","));
    return ("{\"chart\":{\"result\":[{\"meta\":{%s},\"timestamp\":[%s],\"indicators\":"
            + "{\"quote\":[{%s,\"volume\":[%s]}]}}],\"error\":null}}")
        .formatted(meta, seconds, columns, column(volumes, ""));
  }

  private static String column(Integer[] volumes, String price) {
    return IntStream.range(0, volumes.length)
        .mapToObj(i -> volumes[i] == null || price.isEmpty() ? "" + volumes[i] : price)
        .collect(Collectors.joining(","));
  }

  private static long seconds(String instant) {
    return Instant.parse(instant).getEpochSecond();
  }
}
