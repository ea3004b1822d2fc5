package io.stocktrend.agent.metrics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.flume.Context;
import org.apache.flume.instrumentation.MonitorService;
import org.apache.flume.instrumentation.util.JMXPollUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the counters of this process on 127.0.0.1 only: {@code /metrics} for Prometheus, {@code
 * /metrics.json} in the form of Flume's own HTTP monitoring. {@code flume.monitoring.port} fixes
 * the port; without it any free one is taken.
 */
public final class LoopbackMonitor implements MonitorService {
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackMonitor.class);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NO_PORT = -1;

  private int wantedPort;
  private HttpServer server;
  private ExecutorService threads;

  @Override
  public void configure(Context context) {
    wantedPort = context.getInteger("port", 0);
  }

  /** Begins to serve; a port that is taken costs the agent its metrics, not its data. */
  @Override
  public synchronized void start() {
    try {
      InetAddress loopback = InetAddress.getByAddress("127.0.0.1", LOOPBACK);
      server = HttpServer.create(new InetSocketAddress(loopback, wantedPort), 0);
    } catch (IOException | IllegalArgumentException e) {
      LOG.error(
          "No metrics are served: port {} of 127.0.0.1 cannot be had ({}); set"
              + " -Dflume.monitoring.port to a free one",
          wantedPort,
          e.toString());
      return;
    }
    threads = Executors.newSingleThreadExecutor(LoopbackMonitor::daemon);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    LOG.info("Metrics are served at http://127.0.0.1:{}/metrics", port());
  }

  /** The port that is served, or -1. */
  public synchronized int port() {
    return server == null ? NO_PORT : server.getAddress().getPort();
  }

  @Override
  public synchronized void stop() {
    if (server != null) {
      server.stop(0);
      threads.shutdownNow();
      server = null;
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "metrics");
    thread.setDaemon(true);
    return thread;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isLocal(exchange.getRequestHeaders().getFirst("Host"))) {
        send(exchange, 403, "text/plain", "ask 127.0.0.1 or localhost\n");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        send(exchange, 405, "text/plain", "only GET is served\n");
      } else {
        serve(exchange);
      }
    } catch (RuntimeException e) {
      LOG.warn("A request for metrics failed", e);
    }
  }

  private static void serve(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/metrics" -> {
        String text = PrometheusText.print(Samples.of(beans(), Clock.systemUTC()));
        send(exchange, 200, PrometheusText.CONTENT_TYPE, text);
      }
      case "/metrics.json" ->
          send(exchange, 200, "application/json", JSON.writeValueAsString(beans()));
      default -> send(exchange, 404, "text/plain", "ask for /metrics or /metrics.json\n");
    }
  }

  /** A page of another site that resolves its own name to this machine must not read them. */
  private static boolean isLocal(String host) {
    return host != null && host.matches("(?i)(127\\.0\\.0\\.1|localhost)(:\\d+)?");
  }

  private static Map<String, Map<String, String>> beans() {
    Map<String, Map<String, String>> beans = new TreeMap<>(JMXPollUtil.getAllMBeans());
    String pid = Long.toString(ProcessHandle.current().pid());
    beans.put("PROCESS", Map.of("Pid", pid));
    return beans;
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
