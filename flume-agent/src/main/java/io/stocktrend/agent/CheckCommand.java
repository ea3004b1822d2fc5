package io.stocktrend.agent;

import io.stocktrend.record.FolderLock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      "Shows the next runs of each source and the requests that they cost."
    })
final class CheckCommand implements Callable<Integer> {
  private static final int FINE = 0;
  private static final int FOUND = 1;
  private static final int USAGE = 2;

  private final Clock clock;

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
    AgentProvider provider = new AgentProvider(agent);
    Prepared prepared = provider.prepare(file);
    try {
      CheckReport report = CheckReport.of(file, agent, clock.instant(), prepared.configuration());
      List<String> findings = new ArrayList<>(prepared.errors());
      findings.addAll(report.overspendings());
      out().println(file.path() + ", agent " + agent + ": " + verdict(findings.size()));
      report.lines().forEach(out()::println);
      if (printEffective) {
        effective(file, agent, provider).forEach(out()::println);
      }
      out().flush();
      tell(findings);
      return findings.isEmpty() ? FINE : FOUND;
    } finally {
      prepared.discard();
    }
  }

  private static String verdict(int findings) {
    return switch (findings) {
      case 0 -> "fine";
      case 1 -> "1 finding";
      default -> findings + " findings";
    };
  }

  private static List<String> effective(AgentFile file, String agent, AgentProvider provider) {
    return Optional.ofNullable(provider.parsed())
        .map(parsed -> new AgentCheck(file, agent).resolved(parsed))
        .map(settings -> new EffectiveText(file, agent).lines(settings))
        .orElse(List.of());
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
