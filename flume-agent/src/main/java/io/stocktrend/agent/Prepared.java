package io.stocktrend.agent;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flume.Context;
import org.apache.flume.Sink;
import org.apache.flume.SourceRunner;
import org.apache.flume.lifecycle.LifecycleAware;
import org.apache.flume.node.MaterializedConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent set up from a file and not started: complete, or with the errors that forbid it.
 *
 * @param settings of its components, with all placeholders filled in
 */
record Prepared(
    MaterializedConfiguration configuration,
    Map<Component, Context> settings,
    List<String> errors) {
  private static final Logger LOG = LoggerFactory.getLogger(Prepared.class);

  /** Lets go of what the components took when they were configured, e.g. locks of folders. */
  void discard() {
    Stream<Sink> sinks =
        configuration.getSinkRunners().values().stream().flatMap(AgentCheck::sinks);
    Stream.concat(
            configuration.getSourceRunners().values().stream().map(SourceRunner::getSource), sinks)
        .forEach(Prepared::stop);
  }

  private static void stop(LifecycleAware component) {
    try {
      component.stop();
    } catch (RuntimeException e) {
      LOG.debug("{} does not stop before it has started", component, e);
    }
  }
}
