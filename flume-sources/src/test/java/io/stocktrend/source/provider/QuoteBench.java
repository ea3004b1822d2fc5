package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.Quote;
import io.stocktrend.source.http.ProviderException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A provider of quotes, whose server the test plays, on a Monday morning in New York. */
public final class QuoteBench implements AutoCloseable {
  private final SteppedTime time = new SteppedTime("2026-11-02T15:05:00Z");
  private final ProviderServer server;
  private final QuoteProvider provider;

  /**
   * @param provider makes it, over its server
   */
  public QuoteBench(Path folder, Function<ProviderServer, QuoteProvider> provider)
      throws IOException {
    this.server = new ProviderServer(folder, time);
    this.provider = provider.apply(server);
  }

  public SteppedTime time() {
    return time;
  }

  public ProviderServer server() {
    return server;
  }

  public Quotes quotes(String... symbols) throws InterruptedException {
    return provider.quotes(List.of(symbols));
  }

  /** The quote of a symbol that is asked for alone; nothing fails. */
  public Quote.Builder found(String symbol) throws InterruptedException {
    Quotes quotes = quotes(symbol);
    assertEquals(Set.of(), quotes.failed().keySet());
    return quotes.found().get(symbol);
  }

  /** The failure of a symbol that is asked for alone. */
  public ProviderException failure(String symbol) throws InterruptedException {
    return quotes(symbol).failed().get(symbol);
  }

  @Override
  public void close() {
    server.close();
  }
}
