package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stocktrend.client.MarketDataClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases as they were published, from an answer of FRED's shape to what a query as of then has.
 */
final class VintagesIT {
  private static final String GDP =
      """
      2014-04-30 2014-05-28 2014-01-01 17149.6
      2014-05-29 2014-06-24 2014-01-01 17101.3
      2014-06-25 2014-07-29 2014-01-01 17016.0
      """;
  private static final String UNEMPLOYMENT =
      """
      2023-09-01 2024-01-04 2023-08-01 3.8
      2024-01-05 2024-02-01 2023-08-01 3.7
      """;

  @TempDir Path folder;

  private HttpServer fred;

  @BeforeEach
  void listen() throws IOException {
    fred = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    fred.createContext("/fred/series/observations", VintagesIT::answer);
    fred.start();
  }

  @AfterEach
  void close() {
    fred.stop(0);
  }

  @Test
  void eachReleaseIsARowThatIsKnownFromTheEndOfItsDay() throws Exception {
    try (BothAgents agents = new BothAgents(folder, providers())) {
      Path table = folder.resolve("indicators.csv");
      Files.writeString(
          table,
          """
          indicator,provider,series,country,unit,frequency
          gdp,fred,GDP,USA,billions of dollars SAAR,QUARTERLY
          unemployment_rate,fred,UNRATE,USA,percent,MONTHLY
          """);
      agents.with("context.sources.macro.indicators = @" + table).withOnly("macro");
      agents.withoutDelay().startOne("context");
      agents.awaitRound();
      agents.await(() -> agents.stored().rows() >= 5, "5 rows");
      agents.terminate();
      assertEquals(5, agents.stored().rows());
      assertEquals(List.of(), agents.stored().quarantined());
      assertStored(agents.data());
    }
  }

  private static void assertStored(Path data) {
    String versions =
        "SELECT concat_ws(' ', value, known_at AT TIME ZONE 'UTC') FROM macroeconomic_data_all"
            + " WHERE indicator = '%s' ORDER BY known_at";
    try (MarketDataClient client = MarketDataClient.open(data)) {
      assertEquals(
          List.of(
              "17149.6 2014-04-30 23:59:59",
              "17101.3 2014-05-29 23:59:59",
              "17016.0 2014-06-25 23:59:59"),
          texts(client, versions.formatted("gdp")));
      assertEquals(
          List.of("3.8 2023-09-01 23:59:59", "3.7 2024-01-05 23:59:59"),
          texts(client, versions.formatted("unemployment_rate")));
      assertEquals(List.of(), asOf(client, "2014-04-30T20:00:00Z"));
      assertEquals(List.of(17149.6), asOf(client, "2014-05-01T00:00:00Z"));
      assertEquals(List.of(17101.3), asOf(client, "2014-06-01T00:00:00Z"));
      assertEquals(List.of(17016.0, 3.8), asOf(client, "2023-12-31T00:00:00Z"));
      assertEquals(List.of(17016.0, 3.7), asOf(client, "2024-02-01T00:00:00Z"));
    }
  }

  private static List<Object> asOf(MarketDataClient client, String time) {
    return client.macroeconomicData().asOf(Instant.parse(time)).list().stream()
        .map(row -> row.get("value"))
        .toList();
  }

  private static List<String> texts(MarketDataClient client, String sql) {
    return client.sql(sql).list().stream().map(row -> row.values().get(0).toString()).toList();
  }

  private Path providers() throws IOException {
    String url = "http://127.0.0.1:" + fred.getAddress().getPort() + "/fred";
    return Files.writeString(folder.resolve("providers.properties"), "fred.baseUrl = " + url);
  }

  private static void answer(HttpExchange http) throws IOException {
    boolean isGdp = http.getRequestURI().getQuery().contains("series_id=GDP");
    List<String> rows = (isGdp ? GDP : UNEMPLOYMENT).lines().map(VintagesIT::row).toList();
    String body =
        "{\"count\": %d, \"offset\": 0, \"limit\": 20000, \"observations\": [%s]}"
            .formatted(rows.size(), String.join(",", rows));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    http.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    http.sendResponseHeaders(200, bytes.length);
    http.getResponseBody().write(bytes);
    http.close();
  }

  private static String row(String line) {
    return "{\"realtime_start\":\"%s\",\"realtime_end\":\"%s\",\"date\":\"%s\",\"value\":\"%s\"}"
        .formatted((Object[]) line.split(" ", -1));
  }
}
