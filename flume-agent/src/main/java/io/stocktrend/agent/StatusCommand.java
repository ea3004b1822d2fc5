package io.stocktrend.agent;

import io.stocktrend.sink.quarantine.QuarantineDepth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what each source did last and does next, whether its agent runs or not. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Shows per source: last run, next run, rows, complete rounds, freshness, quota left, and what"
          + " lies in quarantine.",
      "From the metrics of agents that run, from their state files else."
    })
final class StatusCommand implements Callable<Integer> {
  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "ROOT",
      defaultValue = "${env:STOCKTREND_DATA:-data}",
      description = "Data root, whose folder state is read; STOCKTREND_DATA, else data.")
  private Path root;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "State folder, where a stateDir in the agent files names another one.")
  private Path state;

  StatusCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path stateDir = state == null ? root.resolve("state") : state;
    Set<String> sources = sources(stateDir);
    List<AgentCard> cards = AgentCard.readAll(stateDir);
    if (sources.isEmpty() && cards.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "stocktrend: no source has run with its state in "
              + stateDir
              + ": start an agent, or name its data root with --data");
      err.flush();
      return 1;
    }
    for (AgentCard card : cards) {
      sources.removeAll(card.sources());
      show(card, stateDir);
    }
    if (!sources.isEmpty()) {
      out().println("agent unknown");
      table(stateDir, sources, Optional.empty());
    }
    out().flush();
    return 0;
  }

  private void show(AgentCard card, Path stateDir) throws IOException, InterruptedException {
    Optional<AgentMetrics> metrics = AgentMetrics.of(card);
    out()
        .println(
            "agent "
                + card.agent()
                + (metrics.isPresent()
                    ? ": runs, process "
                        + card.pid()
                        + ", metrics at http://127.0.0.1:"
                        + card.port()
                        + "/metrics"
                    : ": down"));
    table(stateDir, card.sources(), metrics);
    for (String folder : card.quarantines()) {
      out().println("  quarantine " + folder + ": " + depth(Path.of(folder)));
    }
  }

  private static String depth(Path folder) throws IOException {
    long events = new QuarantineDepth(folder).count();
    return events + (events == 1 ? " event" : " events");
  }

  private void table(Path stateDir, Iterable<String> sources, Optional<AgentMetrics> metrics)
      throws IOException {
    List<List<String>> lines = new ArrayList<>(List.of(SourceStatus.HEADER));
    for (String source : sources) {
      lines.add(SourceStatus.of(stateDir.resolve(source), metrics, clock.instant()).cells());
    }
    int[] widths =
        IntStream.range(0, SourceStatus.HEADER.size())
            .map(i -> lines.stream().mapToInt(cells -> cells.get(i).length()).max().orElse(0))
            .toArray();
    lines.forEach(cells -> out().println(line(cells, widths)));
  }

  private static String line(List<String> cells, int... widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
        .collect(Collectors.joining("  ", "  ", ""))
        .stripTrailing();
  }

  /** Every folder that a source keeps its run log in; a backfill's progress has none. */
  private static Set<String> sources(Path stateDir) throws IOException {
    Set<String> sources = new TreeSet<>();
    if (!Files.isDirectory(stateDir)) {
      return sources;
    }
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(stateDir, folder -> Files.exists(folder.resolve("runs.log")))) {
      folders.forEach(folder -> sources.add(folder.getFileName().toString()));
    }
    return sources;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
