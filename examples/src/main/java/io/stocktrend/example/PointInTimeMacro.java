package io.stocktrend.example;

import io.stocktrend.client.DatasetQuery;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Row;
import io.stocktrend.client.model.Observation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What was known when: one quarter's GDP as it was published and revised. */
public final class PointInTimeMacro {
  private static final String REVISED_MOST =
      """
      SELECT observation_date FROM macroeconomic_data_all
      WHERE indicator = 'gdp' AND country = 'USA' AND value IS NOT NULL
      GROUP BY observation_date ORDER BY count(*) DESC, observation_date DESC LIMIT 1
      """;

  private PointInTimeMacro() {}

  public static void main(String[] arguments) {
    run(Path.of(arguments.length > 0 ? arguments[0] : "data"), System.out);
  }

  static void run(Path root, PrintStream out) {
    try (MarketDataClient client = MarketDataClient.open(root)) {
      List<Row> quarters = client.sql(REVISED_MOST).list();
      if (quarters.isEmpty()) {
        out.println("No GDP was collected yet.");
        return;
      }
      LocalDate quarter = (LocalDate) quarters.get(0).get("observation_date");
      out.printf("GDP of the quarter from %s%n", quarter);
      for (Observation version : of(client, quarter).allVersions().list(Observation.class)) {
        print(client, quarter, version.knownAt(), out);
      }
    }
  }

  private static DatasetQuery of(MarketDataClient client, LocalDate quarter) {
    return client
        .macroeconomicData()
        .where("indicator = 'gdp' AND country = 'USA' AND observation_date = '" + quarter + "'");
  }

  /** What a question just before a release, and just after it, would have been told. */
  private static void print(
      MarketDataClient client, LocalDate quarter, Instant release, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "released %s: known the second before %s, then %s%n",
        release,
        known(client, quarter, release.minusSeconds(1)),
        known(client, quarter, release));
  }

  private static String known(MarketDataClient client, LocalDate quarter, Instant time) {
    return of(client, quarter).asOf(time).list(Observation.class).stream()
        .map(fact -> String.format(Locale.ROOT, "%,.1f", fact.value()))
        .findFirst()
        .orElse("nothing");
  }
}
