package io.stocktrend.agent;

import io.stocktrend.record.Settings;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flume.conf.ConfigurationException;
import org.apache.flume.util.SSLUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one Flume agent: {@code flume-ng agent -f FILE [-n NAME]}. Exit code 0 after SIGTERM, 2 with
 * one line per error on standard error if the command line, the agent file, the same agent in
 * another process or a channel that does not start forbids a start, 1 if the start fails otherwise
 * or a component does not stop. {@code -Dstocktrend.drainTimeout} (5s) bounds the draining of
 * memory channels, {@code -Dstocktrend.stopTimeout} (30s) the stop after it.
 */
public final class AgentMain {
  private static final Logger LOG = LoggerFactory.getLogger(AgentMain.class);
  private static final String DRAIN_TIMEOUT = "stocktrend.drainTimeout";
  private static final String STOP_TIMEOUT = "stocktrend.stopTimeout";
  private static final int RUNS = 0;
  private static final int FAILED = 1;
  private static final int REFUSED = 2;

  private AgentMain() {}

  /** Returns once the agent runs; its threads keep the process alive. */
  public static void main(String[] args) {
    if (AgentOptions.asksForHelp(args)) {
      AgentOptions.printHelp(new PrintWriter(System.out, true, Charset.defaultCharset()));
      return;
    }
    int exitCode = run(System.err, args);
    if (exitCode != RUNS) {
      System.exit(exitCode);
    }
  }

  /** Starts the agent: 0 if it runs now, else the exit code, with a line for each error. */
  static int run(PrintStream err, String... args) {
    try {
      start(AgentOptions.parse(args));
      return RUNS;
    } catch (RefusedStartException e) {
      e.errors().forEach(error -> report(err, error));
      return REFUSED;
    } catch (ConfigurationException e) {
      report(err, e.getMessage());
      return REFUSED;
    } catch (RuntimeException | LinkageError e) {
      report(err, "the agent failed to start: " + Causes.oneLine(e));
      LOG.debug("The failed start", e);
      return FAILED;
    }
  }

  private static void start(AgentOptions options) throws RefusedStartException {
    Duration drainTimeout = duration(DRAIN_TIMEOUT, Duration.ofSeconds(5));
    Duration stopTimeout = duration(STOP_TIMEOUT, Duration.ofSeconds(30));
    AgentFile file = AgentFile.read(options.file());
    AgentProvider provider = new AgentProvider(file.agent(options.name()));
    AgentLock lock = new AgentLock(provider.getAgentName());
    lock.take(file);
    Prepared prepared = prepare(provider, file);
    RunningAgent agent = new RunningAgent(new MemoryDrain(drainTimeout, ChannelCounts::of));
    StopSignal.install(agent::stop, drainTimeout.plus(stopTimeout));
    AgentBoard board = AgentBoard.open(provider.getAgentName(), System.getProperties());
    run(agent, prepared);
    board.show(prepared);
    LOG.info("Agent {} runs {}", provider.getAgentName(), file.path());
    Consumer<Prepared> reload =
        next -> {
          agent.run(next.configuration());
          board.show(next);
        };
    options
        .reloadEvery()
        .ifPresent(every -> new AgentFileWatcher(provider, file, lock, reload).start(every));
  }

  private static Prepared prepare(AgentProvider provider, AgentFile file)
      throws RefusedStartException {
    SSLUtil.initGlobalSSLParameters();
    Prepared prepared = provider.prepare(file);
    if (!prepared.errors().isEmpty()) {
      prepared.discard();
      throw new RefusedStartException(prepared.errors());
    }
    warn(file, provider.getAgentName(), prepared);
    return prepared;
  }

  private static void run(RunningAgent agent, Prepared prepared) throws RefusedStartException {
    agent.run(prepared.configuration());
    List<String> dead = DeadChannels.errors(prepared.configuration().getChannels());
    if (!dead.isEmpty()) {
      throw new RefusedStartException(dead);
    }
  }

  /** A spent quota leaves rows for another day, so it is no reason to collect nothing. */
  private static void warn(AgentFile file, String agent, Prepared prepared) {
    RepeatedKeys.of(file, agent).forEach(repeated -> LOG.warn("{}", repeated));
    CheckReport.of(file, agent, Instant.now(), prepared.configuration())
        .overspendings()
        .forEach(overspending -> LOG.warn("{}", overspending));
  }

  private static Duration duration(String property, Duration otherwise) {
    Optional<String> value = Optional.ofNullable(System.getProperty(property));
    Map<String, String> given = value.map(text -> Map.of(property, text)).orElse(Map.of());
    return Settings.of("agent", given)
        .duration(property, otherwise, Duration.ZERO, Duration.ofHours(1));
  }

  private static void report(PrintStream err, String error) {
    LOG.error("{}", error);
    err.println("flume-ng: " + error);
  }
}
