package io.stocktrend.agent;

import io.stocktrend.record.FolderLock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks agent files as a start would. Exit code 0 fine, 1 findings, 2 wrong usage. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks agent files before a start: exit code 0 fine, 1 findings, 2 wrong usage.",
      "Agents that are checked together are to run beside each other: no folder may be shared.",
      "Shows the next runs of each source and the requests that they cost."
    })
final class CheckCommand implements Callable<Integer> {
  private static final int FINE = 0;
  private static final int FOUND = 1;
  private static final int USAGE = 2;

  private final Clock clock;
  private final List<Neighbour> neighbours = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Agent files.")
  private List<Path> files;

  @Option(
      names = "--print-effective",
      description = "Also print every setting as the agent takes it, secrets masked.")
  private boolean printEffective;

  CheckCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    neighbours.clear();
    return FolderLock.lookOnly(() -> files.stream().mapToInt(this::check).max().orElseThrow());
  }

  private int check(Path path) {
    AgentFile file;
    try {
      file = AgentFile.read(path);
    } catch (RefusedStartException e) {
      tell(e.errors());
      return USAGE;
    }
    if (file.agents().isEmpty()) {
      tell(List.of(path + " defines no agent: it needs lines such as 'raw.sources = …'"));
      return FOUND;
    }
    int worst = FINE;
    for (String agent : file.agents()) {
      worst = Math.max(worst, check(file, agent));
    }
    return worst;
  }

  private int check(AgentFile file, String agent) {
    Prepared prepared = new AgentProvider(agent).prepare(file);
    Neighbour checked = new Neighbour(file, agent, prepared.settings());
    try {
      CheckReport report = CheckReport.of(file, agent, clock.instant(), prepared.configuration());
      List<String> findings = new ArrayList<>(prepared.errors());
      findings.addAll(clashes(checked));
      findings.addAll(RepeatedKeys.of(file, agent));
      findings.addAll(report.overspendings());
      out().println(file.path() + ", agent " + agent + ": " + verdict(findings.size()));
      report.lines().forEach(out()::println);
      if (printEffective) {
        new EffectiveText(file, agent).lines(prepared.settings()).forEach(out()::println);
      }
      out().flush();
      tell(findings);
      return findings.isEmpty() ? FINE : FOUND;
    } finally {
      neighbours.add(checked);
      prepared.discard();
    }
  }

  /** With the agents before it; another one of its name is another version of it. */
  private List<String> clashes(Neighbour checked) {
    Findings findings = new Findings(checked.file(), checked.agent());
    ClashCheck clash = new ClashCheck(checked.settings(), findings);
    neighbours.stream().filter(other -> !other.agent().equals(checked.agent())).forEach(clash::run);
    return findings.lines();
  }

  private static String verdict(int findings) {
    return switch (findings) {
      case 0 -> "fine";
      case 1 -> "1 finding";
      default -> findings + " findings";
    };
  }

  private void tell(List<String> errors) {
    PrintWriter err = spec.commandLine().getErr();
    errors.forEach(error -> err.println("stocktrend: " + error));
    err.flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
