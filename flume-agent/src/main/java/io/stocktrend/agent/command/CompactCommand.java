package io.stocktrend.agent.command;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.cli.ProgressLine;
import io.stocktrend.client.cli.Stdio;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.FolderInUseException;
import io.stocktrend.sink.batch.FailureText;
import io.stocktrend.sink.compact.Compactor;
import io.stocktrend.sink.file.Encryption;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Merges the part files of finished days. */
@Command(
    name = "compact",
    mixinStandardHelpOptions = true,
    description = "Merges the part files of finished days into one sorted file a day.",
    footer = {
      "",
      "A day is finished when it is over in UTC. Agents and queries may run on;",
      "they see the same rows before, during and after. A run that was killed is",
      "completed or undone by the next."
    })
final class CompactCommand implements Callable<Integer> {
  private final Stdio stdio;
  private final Clock clock;

  @Mixin private DatasetChoice datasets;

  @Option(
      names = "--before",
      paramLabel = "DATE",
      description = "First day to leave alone, e.g. 2026-11-01; today in UTC without it.")
  private LocalDate before;

  @Option(
      names = "--drop-superseded",
      description =
          "Drop provisional bars that have a final version in the same day: questions as of a time"
              + " before the final version then find no bar.")
  private boolean dropSuperseded;

  @Option(
      names = "--key-name",
      paramLabel = "NAME",
      description = "The key that encrypts new files, as encryption.keyName of the agent's sink.")
  private String keyName = "";

  @Mixin private DataRoot data;

  CompactCommand(Stdio stdio, Clock clock) {
    this.stdio = stdio;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    PrintStream out = new PrintStream(stdio.out(), false, StandardCharsets.UTF_8);
    Path root = data.existing();
    LocalDate end = end();
    Encryption encryption = data.encryption(keyName);
    boolean whole = true;
    for (Dataset each : datasets.chosen()) {
      CompactionSummary summary = new CompactionSummary(each, new ProgressLine(stdio), stdio.err());
      compact(Compactor.of(root, encryption, dropSuperseded, summary), each, end);
      summary.print(out);
      whole &= summary.isWhole();
    }
    out.flush();
    return whole ? 0 : 1;
  }

  private LocalDate end() {
    LocalDate today = LocalDate.now(clock);
    if (before != null && before.isAfter(today)) {
      throw new ClientException(
          Fault.REQUEST,
          "--before is %s: %s (today in UTC) at most, because only a day that is over is compacted"
              .formatted(before, today));
    }
    return before == null ? today : before;
  }

  private static void compact(Compactor compactor, Dataset dataset, LocalDate end) {
    try {
      compactor.compact(dataset, end);
    } catch (FolderInUseException e) {
      throw new ClientException(
          Fault.DATA, "another compaction is at work there: wait for its end", e);
    } catch (IOException e) {
      throw new ClientException(
          Fault.DATA,
          "compaction of %s stopped, no row is lost: %s".formatted(dataset.id(), FailureText.of(e)),
          e);
    }
  }
}
