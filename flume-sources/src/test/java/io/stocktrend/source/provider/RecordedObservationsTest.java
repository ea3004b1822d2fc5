package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.alphavantage.AlphaVantageObservationProvider;
import io.stocktrend.source.provider.fred.FredObservationProvider;
import io.stocktrend.source.provider.worldbank.WorldBankObservationProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What providers of series really sent, read in place from the folder in the system property {@code
 * stocktrend.recordings}. {@link RecordedSeries} says which body proves what; one that it does not
 * know is held against its own members.
 */
class RecordedObservationsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> FAMILIES =
      List.of("fred", "fred-doc", "worldbank", "worldbank-doc");

  @TempDir Path temporary;
  private Path recordings;

  @BeforeEach
  void find() {
    recordings = Recording.folder();
  }

  @TestFactory
  Stream<DynamicTest> everyBodyOfSeriesIsReadOrRefused() {
    Stream<Recording> economic = all("alphavantage").stream().filter(this::isEconomic);
    return Stream.concat(FAMILIES.stream().flatMap(f -> all(f).stream()), economic)
        .map(r -> DynamicTest.dynamicTest(r.path(), () -> check(r)));
  }

  private void check(Recording recording) throws Exception {
    List<String> keys = RecordedSeries.keys(recording);
    for (String key : keys.isEmpty() ? List.of("USA") : keys) {
      Optional<RecordedSeries> known = RecordedSeries.of(recording, key);
      if (known.isPresent() && known.get().refusal() != null) {
        ProviderException refusal =
            assertThrows(ProviderException.class, () -> read(recording, key));
        assertEquals(known.get().refusal(), refusal.kind(), refusal.getMessage());
      } else if (known.isPresent()) {
        assertEquals(known.get().facts(), RecordedSeries.print(read(recording, key)));
      } else {
        checkUnknown(recording, key);
      }
    }
  }

  /** As many values, and as many of them missing, as the body has; or a refusal if it has none. */
  private void checkUnknown(Recording recording, String country) throws Exception {
    List<JsonNode> rows = new ArrayList<>();
    Optional<JsonNode> body = json(recording);
    body.ifPresent(
        json -> {
          json.path("observations").forEach(rows::add);
          json.path("data").forEach(rows::add);
          json.path(1).forEach(rows::add);
        });
    rows.removeIf(row -> !row.path("countryiso3code").asText(country).equals(country));
    if (rows.isEmpty()) {
      assertThrows(ProviderException.class, () -> read(recording, country));
      return;
    }
    List<SeriesValue> values = read(recording, country).values();
    assertEquals(rows.size(), values.size());
    long missing = rows.stream().filter(row -> !isNumber(row.path("value"))).count();
    assertEquals(missing, values.stream().filter(value -> value.value() == null).count());
  }

  private static boolean isNumber(JsonNode value) {
    return value.isNumber() || value.asText().matches("-?[0-9.]*[0-9][0-9.]*");
  }

  private SeriesValues read(Recording recording, String country)
      throws ProviderException, InterruptedException, IOException {
    Path own = Files.createTempDirectory(temporary, "server");
    try (ProviderServer server = new ProviderServer(own, new SteppedTime("2026-11-02T15:05:00Z"))) {
      return switch (RecordedSeries.provider(recording)) {
        case "fred" -> {
          server.on("/fred/series/observations", recording.answer());
          yield new FredObservationProvider(server.access("fred", "key"))
              .observations(new SeriesQuery("X", country, Frequency.DAILY, null));
        }
        case "worldbank" -> {
          server.on("/v2/country/" + country + "/indicator/X", recording.answer());
          yield new WorldBankObservationProvider(server.access("worldbank", ""))
              .observations(new SeriesQuery("X", country, Frequency.ANNUAL, null));
        }
        default -> {
          server.on("/query", recording.answer());
          yield new AlphaVantageObservationProvider(server.access("alphavantage", "key"))
              .observations(new SeriesQuery("X", country, interval(recording), null));
        }
      };
    }
  }

  private static Frequency interval(Recording recording) {
    String interval = json(recording).orElseThrow().path("interval").asText();
    return Frequency.valueOf(interval.toUpperCase(Locale.ROOT));
  }

  private boolean isEconomic(Recording recording) {
    return json(recording)
        .filter(json -> json.path("data").isArray() && json.has("interval"))
        .isPresent();
  }

  private static Optional<JsonNode> json(Recording recording) {
    try {
      return Optional.ofNullable(MAPPER.readTree(recording.text()));
    } catch (IOException e) {
      assertFalse(recording.name().endsWith(".json"), e.toString());
      return Optional.empty();
    }
  }

  private List<Recording> all(String family) {
    return Recording.all(recordings.resolve(family), "*");
  }
}
