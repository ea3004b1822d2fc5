package io.stocktrend.simulator;

import com.sun.net.httpserver.HttpServer;
import io.stocktrend.simulator.alphavantage.SimulatedAlphaVantage;
import io.stocktrend.simulator.federalreserve.SimulatedFederalReserve;
import io.stocktrend.simulator.finnhub.SimulatedFinnhub;
import io.stocktrend.simulator.fred.SimulatedFred;
import io.stocktrend.simulator.market.Economy;
import io.stocktrend.simulator.market.Newsroom;
import io.stocktrend.simulator.market.SyntheticMarket;
import io.stocktrend.simulator.newsapi.SimulatedNewsApi;
import io.stocktrend.simulator.treasury.SimulatedTreasury;
import io.stocktrend.simulator.wire.Route;
import io.stocktrend.simulator.wire.SimulatedProvider;
import io.stocktrend.simulator.worldbank.SimulatedWorldBank;
import io.stocktrend.simulator.yahoo.SimulatedYahoo;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A loopback stand-in for the data providers: their wire formats, their misbehaviour on demand, and
 * one synthetic market behind all of them. Listens on 127.0.0.1 until closed.
 */
public final class ProviderSimulator implements AutoCloseable {

  private static final List<String> LIMITS =
      List.of(".requestsPerSecond", ".requestsPerMinute", ".requestsPerDay");

  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  static {
    // Without it each answer on a kept connection waits some 40 ms for the client's delayed ACK.
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
  }

  private final List<SimulatedProvider> providers;
  private final FaultScript script;
  private final Dispatcher dispatcher;
  private final ExecutorService threads;
  private final HttpServer server;

  private ProviderSimulator(SimulatorOptions options) throws IOException {
    SyntheticMarket market = new SyntheticMarket(options.seed());
    Economy economy = new Economy(options.seed());
    Newsroom newsroom = new Newsroom(options.seed());
    this.providers =
        List.of(
            new SimulatedYahoo(market, options.seed()),
            new SimulatedFinnhub(market, newsroom),
            new SimulatedNewsApi(market.companies(), newsroom),
            new SimulatedAlphaVantage(market, economy),
            new SimulatedFred(economy),
            new SimulatedWorldBank(economy),
            new SimulatedFederalReserve(options.seed()),
            new SimulatedTreasury(options.seed()));
    List<Route> routes = providers.stream().flatMap(p -> p.routes().stream()).toList();
    this.script = new FaultScript(routes.stream().map(Route::name).toList());
    options.faults().forEach(script::add);
    this.server = listen(options.port());
    this.threads = Executors.newCachedThreadPool(ProviderSimulator::daemon);
    server.setExecutor(threads);
    this.dispatcher = new Dispatcher(routes, script, options);
    server.createContext("/", dispatcher);
  }

  /**
   * Starts a simulator.
   *
   * @throws IOException if the port cannot be had
   * @throws IllegalArgumentException if a fault names an unknown route or a wrong parameter
   */
  public static ProviderSimulator start(SimulatorOptions options) throws IOException {
    ProviderSimulator simulator = new ProviderSimulator(options);
    simulator.server.start();
    return simulator;
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** {@code http://127.0.0.1:PORT}, without a slash at the end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port();
  }

  /**
   * The keys of {@code providers.properties} that lead every provider's client here, without limits
   * to how often it may ask.
   */
  public Properties providersProperties() {
    Properties properties = new Properties();
    for (String provider : providerNames()) {
      LIMITS.forEach(limit -> properties.setProperty(provider + limit, "0"));
    }
    providers.forEach(provider -> properties.putAll(provider.properties(baseUrl())));
    return properties;
  }

  /** What stands before the dot in the names of the routes. */
  private List<String> providerNames() {
    return providers.stream()
        .flatMap(provider -> provider.routes().stream())
        .map(route -> route.name().substring(0, route.name().indexOf('.')))
        .distinct()
        .toList();
  }

  /**
   * Adds a rule after those in force.
   *
   * @throws IllegalArgumentException if it names an unknown route or a wrong parameter
   */
  public void inject(Fault fault) {
    script.add(fault);
  }

  /** Makes every route healthy. */
  public void clearFaults() {
    script.clear();
  }

  /** The requests received, oldest first; of very many the last 20,000. */
  public List<ReceivedRequest> requests() {
    return dispatcher.requests();
  }

  /** Stops at once; exchanges that still wait lose their connection. */
  @Override
  public void close() {
    dispatcher.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "provider-simulator");
    thread.setDaemon(true);
    return thread;
  }

  private static HttpServer listen(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try {
      return HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (BindException e) {
      throw new IOException(
          "cannot listen on 127.0.0.1:" + port + ": choose another port, or 0 for a free one", e);
    }
  }
}
