package io.stocktrend.agent;

import io.stocktrend.agent.metrics.LoopbackMonitor;
import io.stocktrend.record.Settings;
import io.stocktrend.source.PlannedSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flume.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a running agent visible: its metrics, and the card that tells where they are. */
final class AgentBoard {
  private static final Logger LOG = LoggerFactory.getLogger(AgentBoard.class);
  private static final String TYPE = "flume.monitoring.type";
  private static final String PREFIX = "flume.monitoring.";
  private static final String PORT = PREFIX + "port";
  private static final int NO_PORT = -1;
  private static final int HIGHEST_PORT = 65_535;

  private final String agent;
  private final int port;

  private AgentBoard(String agent, int port) {
    this.agent = agent;
    this.port = port;
  }

  /**
   * Serves metrics, unless the properties name a monitoring type, which Flume then starts.
   *
   * @throws org.apache.flume.conf.ConfigurationException if they name a port that is none
   */
  static AgentBoard open(String agent, Properties properties) {
    if (properties.getProperty(TYPE) != null) {
      return new AgentBoard(agent, NO_PORT);
    }
    Context context = new Context();
    properties.stringPropertyNames().stream()
        .filter(key -> key.startsWith(PREFIX))
        .forEach(key -> context.put(key.substring(PREFIX.length()), properties.getProperty(key)));
    Settings.of("agent", Map.of(PORT, properties.getProperty(PORT, "0")))
        .integer(PORT, 0, 0, HIGHEST_PORT);
    LoopbackMonitor monitor = new LoopbackMonitor();
    monitor.configure(context);
    monitor.start();
    return new AgentBoard(agent, monitor.port());
  }

  /** Puts the agent's card into every state folder of its sources. */
  void show(Prepared prepared) {
    Map<Path, Set<String>> sources = new TreeMap<>();
    prepared
        .configuration()
        .getSourceRunners()
        .forEach(
            (name, runner) -> {
              if (runner.getSource() instanceof PlannedSource source) {
                Path stateDir = source.plan().stateDir().toAbsolutePath();
                sources.computeIfAbsent(stateDir, dir -> new TreeSet<>()).add(name);
              }
            });
    sources.forEach((stateDir, names) -> write(stateDir, names, prepared.settings()));
  }

  private void write(Path stateDir, Set<String> sources, Map<Component, Context> settings) {
    Set<String> quarantines =
        settings.values().stream()
            .map(context -> context.getString("quarantineDir", ""))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder).toAbsolutePath().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    long pid = ProcessHandle.current().pid();
    try {
      new AgentCard(agent, pid, port, List.copyOf(sources), List.copyOf(quarantines))
          .write(stateDir);
    } catch (IOException e) {
      LOG.warn("'stocktrend status' will not find this agent: {}", Causes.oneLine(e));
    }
  }
}
