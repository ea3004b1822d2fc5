package io.stocktrend.agent.gaps;

import io.stocktrend.agent.AuditedSources;
import io.stocktrend.agent.AuditedSources.Found;
import io.stocktrend.agent.primary.PrimaryStore;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.cli.OutputOptions;
import io.stocktrend.client.cli.Stdio;
import io.stocktrend.record.Dataset;
import io.stocktrend.source.Coverage;
import io.stocktrend.source.Stored;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what should be there and is not, each gap with its cause, and asks for it again. */
@Command(
    name = "gaps",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what should be there and is not, each gap with its cause.",
      "The exchange's calendar and the agents' schedules say what should be there.",
      "Causes: halt, provider_empty, refused, quota, failed, agent_down, unknown.",
      "Exit code 0, with or without gaps. With --repair 1 if something could not",
      "be obtained, 2 if there are gaps that no provider can fill, such as those",
      "of quotes."
    },
    footer = {
      "",
      "D is 2026-11-01 (its start in UTC) or a time such as",
      "2026-11-01T14:30:00Z. Without --from, the last 30 days are looked at."
    })
final class GapsCommand implements Callable<Integer> {
  private final Clock clock;
  private final Stdio stdio;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATASET",
      description = "Dataset; without it, all that the agent files collect.")
  private Dataset dataset;

  @Option(names = "--from", paramLabel = "D", description = "Begin of the time to look at.")
  private Instant from;

  @Option(names = "--to", paramLabel = "D", description = "End of that time, not in it; now.")
  private Instant to;

  @Option(
      names = "--repair",
      description = "Ask the providers for exactly these, then show what is still missing.")
  private boolean repair;

  @Mixin private AuditOptions options;
  @Mixin private OutputOptions output;

  GapsCommand(Clock clock, Stdio stdio) {
    this.clock = clock;
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (AuditedSources sources = options.sources();
        MarketDataClient client = options.client()) {
      Map<Found, Coverage> audited = Chosen.of(Optional.ofNullable(dataset), sources, stdio);
      Work work = new Work(new Ledger(client), audited);
      List<Gap> gaps = work.gaps();
      int exitCode = 0;
      if (repair) {
        exitCode = work.repair(gaps);
        gaps = work.gaps();
      }
      output.write(client.question(GapTable.sql(gaps)), stdio);
      return exitCode;
    }
  }

  /** What is done with the sources that were chosen. */
  private final class Work {
    private final Ledger ledger;
    private final Map<Found, Coverage> audited;

    Work(Ledger ledger, Map<Found, Coverage> audited) {
      this.ledger = ledger;
      this.audited = audited;
    }

    List<Gap> gaps() throws IOException {
      List<Gap> gaps = new ArrayList<>();
      for (Map.Entry<Found, Coverage> each : audited.entrySet()) {
        gaps.addAll(gapsOf(each));
      }
      return gaps;
    }

    private List<Gap> gapsOf(Map.Entry<Found, Coverage> each) throws IOException {
      Audit.Range range = new Audit.Range(Optional.ofNullable(from), Optional.ofNullable(to));
      return new Audit(ledger, clock.instant()).gaps(each.getKey(), each.getValue(), range);
    }

    int repair(List<Gap> gaps) throws IOException, InterruptedException {
      boolean hasFailed = false;
      boolean isHopeless = false;
      try (PrimaryStore store = options.store()) {
        for (Map.Entry<Found, Coverage> each : audited.entrySet()) {
          Dataset own = each.getValue().expected().dataset();
          List<Gap> theirs = gaps.stream().filter(gap -> gap.dataset() == own).toList();
          if (!each.getValue().hasHistory()) {
            isHopeless |= !theirs.isEmpty() || dataset == own;
            BackfillReport.noHistory(own, stdio);
          } else if (!theirs.isEmpty()) {
            hasFailed |= !repair(each, theirs, store);
          }
        }
      }
      return hasFailed ? 1 : isHopeless ? 2 : 0;
    }

    private boolean repair(Map.Entry<Found, Coverage> each, List<Gap> gaps, PrimaryStore store)
        throws IOException, InterruptedException {
      Coverage coverage = each.getValue();
      Stored stored = ledger.of(coverage.expected().dataset());
      Filling filling = new Filling(each.getKey(), store);
      Filling.Outcome outcome =
          BackfillReport.withProgress(
              stdio,
              progress ->
                  filling.run("repair", Wants.of(gaps, coverage.expected()), stored, progress));
      if (coverage.expected().bars().isEmpty()) {
        Repairs.of(coverage).add(outcome.answered());
      }
      return BackfillReport.tell(coverage.expected().dataset(), outcome, stdio);
    }
  }
}
