package io.stocktrend.assembly;

import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.simulator.SimulatorOptions;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.Session;
import io.stocktrend.simulator.market.SyntheticMarket;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;

/** The provider simulator two hours after a close: every answer gives the same figures. */
public final class StillMarket implements AutoCloseable {
  /** What the agents of the archives ask for. */
  public static final List<String> SYMBOLS =
      List.of("AAPL", "AMZN", "GOOGL", "META", "MSFT", "NVDA", "TSLA");

  /** A Wednesday evening in New York. */
  public static final Instant NOW = Instant.parse("2024-06-12T22:00:00Z");

  private static final long SEED = 612;

  private final SyntheticMarket market = new SyntheticMarket(SEED);
  private final ProviderSimulator simulator;

  private StillMarket(ProviderSimulator simulator) {
    this.simulator = simulator;
  }

  public static StillMarket open() throws IOException {
    return open(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** With a clock of its own, which should show the same evening. */
  public static StillMarket open(Clock clock) throws IOException {
    SimulatorOptions options = SimulatorOptions.defaults().withSeed(SEED).withClock(clock);
    return new StillMarket(ProviderSimulator.start(options));
  }

  /**
   * Standing still now, for agents by the machine's clock; while New York trades, and an hour on,
   * an hour before that session, so that no bar of its own becomes final.
   */
  public static StillMarket openNow() throws IOException {
    Instant now = Instant.now();
    Session session = Session.lastAt(now);
    Duration hour = Duration.ofHours(1);
    boolean isSettled = now.isAfter(session.close().plus(hour));
    return open(Clock.fixed(isSettled ? now : session.open().minus(hour), ZoneOffset.UTC));
  }

  public ProviderSimulator simulator() {
    return simulator;
  }

  /** What every provider must say of that symbol. */
  public Quote quote(String symbol) {
    return market.quote(market.companies().find(symbol).orElseThrow(), NOW);
  }

  /** How many requests have come so far to routes that begin so. */
  public int asked(String route) {
    return (int) simulator.requests().stream().filter(one -> one.route().startsWith(route)).count();
  }

  /** Writes a providers file that leads here, without limits; each further line replaces a key. */
  public Path providersFile(Path folder, String... lines) throws IOException {
    Properties properties = simulator.providersProperties();
    for (String line : lines) {
      String[] parts = line.split("=", 2);
      properties.setProperty(parts[0].strip(), parts[1].strip());
    }
    Path file = folder.resolve("simulated.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return file;
  }

  @Override
  public void close() {
    simulator.close();
  }
}
