package io.stocktrend.source.provider.fred;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.Frequency;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SeriesQuery;
import io.stocktrend.source.provider.SeriesValues;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import mockwebserver3.MockResponse;

/** FRED's observations of one series from a server that the test plays. */
final class FredRig implements AutoCloseable {
  static final String ROUTE = "/fred/series/observations";
  static final String KEY = "canarycanarycanarycanarycanary12";

  private final SteppedTime time = new SteppedTime("2026-11-02T10:00:00Z");
  private final ProviderServer server;
  private final FredObservationProvider fred;

  FredRig(Path folder) throws IOException {
    server = new ProviderServer(folder, time);
    fred = new FredObservationProvider(server.access("fred", KEY));
  }

  /** The answer 400 with that sentence. */
  static MockResponse refusal(String sentence) {
    return ProviderServer.answer(
        400, "{\"error_code\":400,\"error_message\":\"Bad Request.  " + sentence + "\"}");
  }

  /** The question for what was released after that day; null for all. */
  static SeriesQuery query(String since) {
    LocalDate day = since == null ? null : LocalDate.parse(since);
    return new SeriesQuery("GDP", "USA", Frequency.QUARTERLY, day);
  }

  SteppedTime time() {
    return time;
  }

  ProviderServer server() {
    return server;
  }

  SeriesValues observations(String since) throws ProviderException, InterruptedException {
    return fred.observations(query(since));
  }

  ProviderException failure() {
    return assertThrows(ProviderException.class, () -> observations(null));
  }

  /** A parameter of one of the requests, counted from 0. */
  String parameter(int request, String name) {
    return server.requests(ROUTE).get(request).getUrl().queryParameter(name);
  }

  @Override
  public void close() {
    server.close();
  }
}
