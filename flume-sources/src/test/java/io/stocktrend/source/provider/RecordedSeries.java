package io.stocktrend.source.provider;

import io.stocktrend.source.http.FailureKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which recorded body proves what about series. Those in {@code fred-doc} and {@code worldbank-doc}
 * are no recordings: real values in a recorded envelope, and a test double.
 *
 * @param facts number of values, of missing ones, the first and the last; null for a refusal
 * @param refusal the kind of failure that the body is; null for an answer
 */
record RecordedSeries(String facts, FailureKind refusal) {
  private static final Map<String, RecordedSeries> TABLE = new LinkedHashMap<>();

  static {
    // "." on New Year's Day and on Martin Luther King's is a missing value.
    facts(
        "fred/series_observations-RIFSPPAAAD30NB-json.json",
        "24 values, 2 missing, 2024-01-01 null to 2024-02-01 5.35 released 2024-06-27");
    facts(
        "fred-doc/series_observations-DGS10-json-derived.json",
        "575 values, 23 missing, 2020-01-01 null to 2022-03-15 2.15 released 2022-03-17");
    facts(
        "fred-doc/series_observations-cpi-json-derived.json",
        "1308 values, 0 missing, 1913-01-01 9.8 to 2021-12-01 278.802 released 2022-01-24");
    refusal("fred/error-400-no-key-json.json", FailureKind.AUTHENTICATION);
    refusal("fred/error-400-key-not-registered-json.json", FailureKind.AUTHENTICATION);
    refusal("fred/error-400-key-malformed-xml.xml", FailureKind.AUTHENTICATION);
    refusal("fred/error-400-realtime-end-in-future-json.json", FailureKind.MALFORMED);
    // XML comes only to those who do not ask for JSON, as this project always does.
    refusal("fred/series_observations-DGS10-short-xml.xml", FailureKind.MALFORMED);
    // Descriptions of series, which nobody here asks for: answers without observations.
    refusal("fred/series-DGS5.json", FailureKind.MALFORMED);
    refusal("fred/series-GDPC1.json", FailureKind.MALFORMED);
    refusal("fred/series-GNPCA-json-2023.json", FailureKind.MALFORMED);
    refusal("fred/series-GNPCA-xml.xml", FailureKind.MALFORMED);
    refusal("fred/series-RIFSPPAAAD30NB-json.json", FailureKind.MALFORMED);
    // One body of three countries: each gets its own rows, and a country that is not in it none.
    facts(
        "worldbank/indicator-FI.RES.TOTL.MO-6countries.json BGD",
        "6 values, 0 missing, 2020-01-01 8.65813724626272 to 2025-01-01 3.91092137452087");
    facts(
        "worldbank/indicator-FI.RES.TOTL.MO-6countries.json LKA",
        "6 values, 1 missing, 2020-01-01 3.28744685628801 to 2025-01-01 null");
    facts(
        "worldbank/indicator-FI.RES.TOTL.MO-6countries.json PAK",
        "6 values, 0 missing, 2020-01-01 3.8689080390316 to 2025-01-01 3.75530612751488");
    refusal("worldbank/indicator-FI.RES.TOTL.MO-6countries.json USA", FailureKind.NOT_FOUND);
    refusal("worldbank-doc/indicator-no-data.json", FailureKind.NOT_FOUND);
    facts(
        "alphavantage/cpi-monthly.json",
        "1308 values, 0 missing, 1913-01-01 9.8 to 2021-12-01 278.802");
    facts(
        "alphavantage/unemployment.json",
        "888 values, 0 missing, 1948-01-01 3.4 to 2021-12-01 3.9");
    facts(
        "alphavantage/inflation.json",
        "61 values, 0 missing, 1960-01-01 1.45797598627786 to 2020-01-01 1.23358439630637");
    facts(
        "alphavantage/real_gdp_per_capita.json",
        "299 values, 0 missing, 1947-01-01 14213.0 to 2021-07-01 58759.0");
    facts(
        "alphavantage/federal_funds_rate-trimmed.json",
        "2 values, 0 missing, 2022-03-01 0.2 to 2022-04-01 0.33");
    facts(
        "alphavantage/treasury_yield-trimmed.json",
        "2 values, 0 missing, 2022-03-01 2.13 to 2022-04-01 2.75");
  }

  private static void facts(String body, String facts) {
    TABLE.put(body, new RecordedSeries(facts, null));
  }

  private static void refusal(String body, FailureKind kind) {
    TABLE.put(body, new RecordedSeries(null, kind));
  }

  /** The provider that sends such bodies. */
  static String provider(Recording recording) {
    return recording.path().replaceAll("(-doc)?/.*", "");
  }

  /** The bodies that the table knows. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    TABLE.keySet().forEach(key -> names.add(key.split(" ", -1)[0]));
    return names;
  }

  /** The countries that the table knows of a body; none where it is of one country. */
  static List<String> keys(Recording recording) {
    String prefix = recording.path() + " ";
    return TABLE.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .toList();
  }

  static Optional<RecordedSeries> of(Recording recording, String country) {
    RecordedSeries known = TABLE.get(recording.path() + " " + country);
    return Optional.ofNullable(known == null ? TABLE.get(recording.path()) : known);
  }

  static String print(SeriesValues values) {
    SeriesValue first = values.values().get(0);
    SeriesValue last = values.values().get(values.values().size() - 1);
    return "%d values, %d missing, %s %s to %s %s%s"
        .formatted(
            values.values().size(),
            values.values().stream().filter(value -> value.value() == null).count(),
            first.date(),
            first.value(),
            last.date(),
            last.value(),
            last.released() == null ? "" : " released " + last.released());
  }
}
