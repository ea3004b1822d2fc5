package io.stocktrend.agent;

import io.stocktrend.record.Settings;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flume.conf.ConfigurationException;
import org.apache.flume.util.SSLUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one Flume agent: {@code flume-ng agent -f FILE [-n NAME]}. Exit code 0 after SIGTERM, 2 with
 * one line per error on standard error if the command line or the agent file forbids a start, 1 if
 * the start fails otherwise or a component does not stop. {@code -Dstocktrend.drainTimeout} (5s)
 * bounds the draining of memory channels, {@code -Dstocktrend.stopTimeout} (30s) the stop after it.
 */
public final class AgentMain {
  private static final Logger LOG = LoggerFactory.getLogger(AgentMain.class);
  private static final String DRAIN_TIMEOUT = "stocktrend.drainTimeout";
  private static final String STOP_TIMEOUT = "stocktrend.stopTimeout";
  private static final int FAILED = 1;
  private static final int REFUSED = 2;

  private AgentMain() {}

  /** Returns once the agent runs; its threads keep the process alive. */
  public static void main(String[] args) {
    if (AgentOptions.asksForHelp(args)) {
      AgentOptions.printHelp(new PrintWriter(System.out, true, Charset.defaultCharset()));
      return;
    }
    try {
      start(AgentOptions.parse(args));
    } catch (RefusedStartException e) {
      e.errors().forEach(AgentMain::report);
      System.exit(REFUSED);
    } catch (RuntimeException | LinkageError e) {
      report("the agent failed to start: " + Causes.oneLine(e));
      LOG.debug("The failed start", e);
      System.exit(FAILED);
    }
  }

  private static void start(AgentOptions options) throws RefusedStartException {
    Duration drainTimeout = duration(DRAIN_TIMEOUT, Duration.ofSeconds(5));
    Duration stopTimeout = duration(STOP_TIMEOUT, Duration.ofSeconds(30));
    AgentFile file = AgentFile.read(options.file());
    AgentProvider provider = new AgentProvider(file.agent(options.name()));
    RunningAgent agent = new RunningAgent(new MemoryDrain(drainTimeout, ChannelCounts::of));
    StopSignal.install(agent::stop, drainTimeout.plus(stopTimeout));
    SSLUtil.initGlobalSSLParameters();
    Prepared prepared = provider.prepare(file);
    if (!prepared.errors().isEmpty()) {
      throw new RefusedStartException(prepared.errors());
    }
    warn(file, provider.getAgentName(), prepared);
    agent.run(prepared.configuration());
    List<String> dead = DeadChannels.errors(prepared.configuration().getChannels());
    if (!dead.isEmpty()) {
      throw new RefusedStartException(dead);
    }
    LOG.info("Agent {} runs {}", provider.getAgentName(), file.path());
    options.reloadEvery().ifPresent(every -> watch(provider, file, agent, every));
  }

  /** A spent quota leaves rows for another day, so it is no reason to collect nothing. */
  private static void warn(AgentFile file, String agent, Prepared prepared) {
    CheckReport.of(file, agent, Instant.now(), prepared.configuration())
        .overspendings()
        .forEach(overspending -> LOG.warn("{}", overspending));
  }

  /** The watcher's thread ends with the process; a stopped agent takes no new configuration. */
  private static void watch(
      AgentProvider provider, AgentFile file, RunningAgent agent, Duration every) {
    new AgentFileWatcher(provider, file, agent::run).start(every);
  }

  private static Duration duration(String property, Duration otherwise)
      throws RefusedStartException {
    Optional<String> value = Optional.ofNullable(System.getProperty(property));
    Map<String, String> given = value.map(text -> Map.of(property, text)).orElse(Map.of());
    try {
      return Settings.of("agent", given)
          .duration(property, otherwise, Duration.ZERO, Duration.ofHours(1));
    } catch (ConfigurationException e) {
      throw new RefusedStartException(e.getMessage());
    }
  }

  private static void report(String error) {
    LOG.error("{}", error);
    System.err.println("flume-ng: " + error);
  }
}
