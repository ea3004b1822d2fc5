package io.stocktrend.agent;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flume.Context;
import org.apache.flume.Sink;
import org.apache.flume.SinkProcessor;
import org.apache.flume.SinkRunner;
import org.apache.flume.conf.FlumeConfiguration;
import org.apache.flume.node.MaterializedConfiguration;
import org.apache.flume.sink.AbstractSingleSinkProcessor;
import org.apache.flume.sink.AbstractSinkProcessor;

/** Compares what Flume made of an agent file with what the file asks for. */
final class AgentCheck {
  private final AgentFile file;
  private final String agent;

  AgentCheck(AgentFile file, String agent) {
    this.file = file;
    this.agent = agent;
  }

  /** One line per error; empty if everything that the file lists has been made. */
  List<String> errors(FlumeConfiguration parsed, MaterializedConfiguration made) {
    Findings findings = new Findings(file, agent);
    new StructureCheck(file, agent).run(findings);
    Map<Component, Context> settings = resolved(parsed);
    PlaceholderCheck placeholders = new PlaceholderCheck(file, agent);
    settings.forEach((component, context) -> placeholders.run(component, context, findings));
    new ClashCheck(settings, findings).run();
    new ChannelCheck().run(settings, findings);
    new KeyStoreCheck().run(settings, findings);
    Set<Component> present = present(made);
    List<Component> missing =
        Stream.of(Kind.CHANNEL, Kind.SOURCE, Kind.SINK)
            .flatMap(kind -> file.listed(agent, kind).stream())
            .filter(component -> !present.contains(component) && !findings.blames(component))
            .toList();
    explain(missing, new ComponentProbe(settings), findings);
    return findings.lines();
  }

  private void explain(List<Component> missing, ComponentProbe probe, Findings findings) {
    for (Component component : missing) {
      probe.cause(component).ifPresent(cause -> findings.add(component, cause));
    }
    // What Flume drops because of another error needs no line of its own.
    if (!findings.isEmpty()) {
      return;
    }
    // A channel that nothing uses is left out by Flume, which says so: no reason to refuse.
    missing.stream()
        .filter(component -> component.kind() != Kind.CHANNEL)
        .forEach(component -> findings.add(component, "Flume left it out: see the log"));
  }

  /** The settings of every component that Flume took, with all placeholders filled in. */
  Map<Component, Context> resolved(FlumeConfiguration parsed) {
    Map<Component, Context> settings = new TreeMap<>(Comparator.comparing(Component::toString));
    var configuration = parsed == null ? null : parsed.getConfigurationFor(agent);
    if (configuration != null) {
      put(settings, Kind.CHANNEL, configuration.getChannelContext());
      put(settings, Kind.SOURCE, configuration.getSourceContext());
      put(settings, Kind.SINK, configuration.getSinkContext());
    }
    return settings;
  }

  private static void put(
      Map<Component, Context> settings, Kind kind, Map<String, Context> contexts) {
    contexts.forEach((name, context) -> settings.put(new Component(kind, name), context));
  }

  private static Set<Component> present(MaterializedConfiguration made) {
    Set<Component> present = new HashSet<>();
    made.getChannels().keySet().forEach(name -> present.add(new Component(Kind.CHANNEL, name)));
    made.getSourceRunners().keySet().forEach(name -> present.add(new Component(Kind.SOURCE, name)));
    made.getSinkRunners().values().stream()
        .flatMap(AgentCheck::sinks)
        .forEach(sink -> present.add(new Component(Kind.SINK, sink.getName())));
    return present;
  }

  static Stream<Sink> sinks(SinkRunner runner) {
    SinkProcessor processor = runner.getPolicy();
    if (processor instanceof AbstractSingleSinkProcessor single) {
      return Stream.of(single.getSink());
    }
    return processor instanceof AbstractSinkProcessor several
        ? several.getSinks().stream()
        : Stream.empty();
  }
}
