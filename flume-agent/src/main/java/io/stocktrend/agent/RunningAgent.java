package io.stocktrend.agent;

import java.util.List;
import java.util.Map;
import org.apache.flume.Channel;
import org.apache.flume.SourceRunner;
import org.apache.flume.channel.MemoryChannel;
import org.apache.flume.node.Application;
import org.apache.flume.node.MaterializedConfiguration;
import org.apache.flume.node.SimpleMaterializedConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flume's own application, whose memory channels drain before it stops. */
final class RunningAgent {
  private static final Logger LOG = LoggerFactory.getLogger(RunningAgent.class);

  private final Application application = new Application();
  private final MemoryDrain drain;
  private MaterializedConfiguration running = new SimpleMaterializedConfiguration();
  private boolean stopped;

  RunningAgent(MemoryDrain drain) {
    this.drain = drain;
  }

  /** Starts the components, in place of those that ran before. */
  synchronized void run(MaterializedConfiguration configuration) {
    if (stopped) {
      return;
    }
    running = stoppable(configuration);
    application.handleConfigurationEvent(running);
  }

  /** Stops the sources, drains, stops the rest; a second call does nothing. */
  synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    running.getSourceRunners().values().forEach(RunningAgent::stop);
    try {
      drain.await(memoryChannels());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      application.stop();
    } catch (RuntimeException e) {
      // A channel that never started cannot be stopped either; the rest has been by then.
      LOG.warn("A component failed to stop: {}", Causes.oneLine(e));
    }
  }

  private List<String> memoryChannels() {
    return running.getChannels().values().stream()
        .filter(MemoryChannel.class::isInstance)
        .map(Channel::getName)
        .toList();
  }

  private static void stop(SourceRunner runner) {
    try {
      runner.stop();
    } catch (RuntimeException e) {
      LOG.warn("The source {} failed to stop", runner.getSource().getName(), e);
    }
  }

  private static MaterializedConfiguration stoppable(MaterializedConfiguration configuration) {
    MaterializedConfiguration stoppable = new SimpleMaterializedConfiguration();
    configuration.getChannels().forEach(stoppable::addChannel);
    configuration.getSinkRunners().forEach(stoppable::addSinkRunner);
    for (Map.Entry<String, SourceRunner> source : configuration.getSourceRunners().entrySet()) {
      stoppable.addSourceRunner(source.getKey(), new StoppableSourceRunner(source.getValue()));
    }
    return stoppable;
  }
}
