package io.stocktrend.source;

import static io.stocktrend.source.MacroBench.GDP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.EventCodec;
import io.stocktrend.source.provider.FredAnswer;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.flume.Event;
import org.apache.flume.channel.MemoryChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published facts, as FRED tells them, through the whole source. */
class MacroVintagesTest {
  private static final String ROUTE = "/fred/series/observations";
  private static final String UNRATE = "unemployment_rate,fred,UNRATE,USA,percent,MONTHLY";
  private static final List<String> GDP_2014Q1 =
      List.of(
          "17149.6 2014-04-30T23:59:59Z 2014-04-30 9999-12-31",
          "17101.3 2014-05-29T23:59:59Z 2014-05-29 9999-12-31",
          "17016.0 2014-06-25T23:59:59Z 2014-06-25 9999-12-31");

  @TempDir Path folder;
  private final MemoryChannel channel = Bench.channel(100, 100);
  private final SteppedTime time = new SteppedTime("2026-11-02T10:00:00Z");
  private ProviderServer server;
  private MacroSource source;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, time);
  }

  @AfterEach
  void close() {
    source.stop();
    server.close();
  }

  @Test
  void threeVintagesOfAQuarterAreThreeRowsKnownFromTheirReleases() throws Exception {
    server.on(ROUTE, allVintages());
    start(GDP);
    source.process();
    assertEquals(GDP_2014Q1, taken());
    var url = server.requests(ROUTE).get(0).getUrl();
    assertEquals("1776-07-04", url.queryParameter("realtime_start"));
    assertEquals("2026-11-01", url.queryParameter("realtime_end"));
  }

  @Test
  void collectedReleaseByReleaseTheyAreTheSameRows() throws Exception {
    time.set("2014-05-01T09:00:00Z");
    server
        .on(ROUTE, vintages("2014-04-30 2014-04-30 17149.6"))
        .on(ROUTE, vintages("2014-04-30 2014-05-28 17149.6", "2014-05-29 2014-05-29 17101.3"))
        .on(ROUTE, vintages("2014-05-29 2014-06-24 17101.3", "2014-06-25 2014-06-25 17016.0"))
        .on(ROUTE, vintages("2014-06-25 2014-06-26 17016.0"));
    start(GDP);
    List<String> rows = new ArrayList<>();
    for (String day : List.of("2014-05-01", "2014-05-30", "2014-06-26", "2014-06-27")) {
      time.set(day + "T09:00:00Z");
      source.process();
      List<String> found = taken();
      assertEquals(day.equals("2014-06-27") ? 0 : 1, found.size(), day);
      rows.addAll(found);
    }
    assertEquals(GDP_2014Q1, rows);
    assertEquals(
        List.of("1776-07-04", "2014-04-30", "2014-05-29", "2014-06-25"),
        server.requests(ROUTE).stream()
            .map(request -> request.getUrl().queryParameter("realtime_start"))
            .toList());
  }

  @Test
  void whatIsKnownAsOfADayIsWhatWasPublishedThen() throws Exception {
    server.on(ROUTE, allVintages());
    start(GDP);
    source.process();
    List<String> rows = taken();
    assertEquals("none", newest(rows, "2014-04-30T12:00:00Z"), "published at 12:30 that day");
    assertEquals("17149.6", newest(rows, "2014-05-01T00:00:00Z"));
    assertEquals("17101.3", newest(rows, "2014-06-01T00:00:00Z"));
    assertEquals("17016.0", newest(rows, "2026-01-01T00:00:00Z"));
  }

  @Test
  void aRevisedRateOfUnemploymentIsTwoRows() throws Exception {
    server.on(
        ROUTE,
        new FredAnswer()
            .row("2023-09-01", "2024-01-04", "2023-08-01", "3.8")
            .row("2024-01-05", "2026-11-01", "2023-08-01", "3.7")
            .text());
    start(UNRATE);
    source.process();
    assertEquals(
        List.of(
            "3.8 2023-09-01T23:59:59Z 2023-09-01 9999-12-31",
            "3.7 2024-01-05T23:59:59Z 2024-01-05 9999-12-31"),
        taken());
  }

  @Test
  void aMissingValueIsARowWithoutValue() throws Exception {
    server.on(ROUTE, new FredAnswer().row("2026-01-02", "2026-11-01", "2026-01-01", ".").text());
    start(UNRATE);
    source.process();
    assertEquals(List.of("null 2026-01-02T23:59:59Z 2026-01-02 9999-12-31"), taken());
  }

  private void start(String row) throws Exception {
    Path table = folder.resolve("table.csv");
    Files.writeString(table, IndicatorRow.HEADER + "\n" + row);
    source = new MacroSource(time.timing());
    source.setName("macro");
    source.configure(
        Bench.context(
            Map.of(
                "stateDir",
                folder.resolve("state").toString(),
                "providersFile",
                server.providersFile().toString(),
                "providers",
                "fred",
                "apiKey.fred",
                MacroBench.KEY,
                "indicators",
                "@" + table)));
    source.setChannelProcessor(Bench.processor(channel));
    source.start();
  }

  private List<String> taken() throws Exception {
    List<GenericRecord> records = new ArrayList<>();
    for (Event event : Bench.drain(channel)) {
      records.add(new EventCodec().decode(event).values());
    }
    return MacroBench.texts(records, "value", "known_at", "realtime_start", "realtime_end");
  }

  private static String newest(List<String> rows, String asOf) {
    return rows.stream()
        .map(row -> row.split(" ", -1))
        .filter(row -> row[1].compareTo(asOf) <= 0)
        .reduce((older, newer) -> newer)
        .map(row -> row[0])
        .orElse("none");
  }

  private static String allVintages() {
    return vintages(
        "2014-04-30 2014-05-28 17149.6",
        "2014-05-29 2014-06-24 17101.3",
        "2014-06-25 2026-11-01 17016.0");
  }

  private static String vintages(String... rows) {
    FredAnswer answer = new FredAnswer();
    for (String row : rows) {
      String[] cells = row.split(" ", -1);
      answer.row(cells[0], cells[1], "2014-01-01", cells[2]);
    }
    return answer.text();
  }
}
