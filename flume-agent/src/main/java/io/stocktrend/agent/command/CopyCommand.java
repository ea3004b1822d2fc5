package io.stocktrend.agent.command;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.cli.ProgressBar;
import io.stocktrend.client.cli.ProgressLine;
import io.stocktrend.client.cli.Stdio;
import io.stocktrend.record.Dataset;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.batch.FailureText;
import io.stocktrend.sink.copy.Copier;
import io.stocktrend.sink.copy.CopyProgress;
import io.stocktrend.sink.copy.CopyResult;
import io.stocktrend.sink.copy.PrimaryReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.flume.conf.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes or completes a copy of the Parquet primary. */
@Command(
    name = "copy",
    mixinStandardHelpOptions = true,
    description = "Makes a copy again, or completes it, from the Parquet primary.",
    footer = {
      "",
      "Rows that stand there already are not written again. A copy that was",
      "killed goes on where it was; --restart looks at every row again."
    })
final class CopyCommand implements Callable<Integer> {
  private final Stdio stdio;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "KIND",
      converter = CopyKind.Reading.class,
      description = "csv, json, jdbc or mongo.")
  private CopyKind kind;

  @Mixin private DatasetChoice datasets;

  @Option(names = "--restart", description = "Forget how far an unfinished copy has come.")
  private boolean restart;

  @Mixin private CopyOptions target;
  @Mixin private DataRoot data;

  CopyCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() {
    target.requireFor(kind);
    Path root = data.existing();
    PrintStream out = new PrintStream(stdio.out(), true, StandardCharsets.UTF_8);
    long refusals = 0;
    for (Dataset each : datasets.chosen()) {
      CopyResult result = copy(each, root);
      refusals += result.refusals();
      tell(each, result, out);
    }
    return refusals == 0 ? 0 : 1;
  }

  private void tell(Dataset each, CopyResult result, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s: %d rows read, %d of them known there, %d refused%n",
        each.id(),
        result.rows(),
        result.known(),
        result.refusals());
    if (result.resumed() > 0) {
      out.printf(
          Locale.ROOT,
          "%s: %d part files were copied by a run before, --restart looks at them again%n",
          each.id(),
          result.resumed());
    }
    result.refused().forEach(row -> stdio.err().println("stocktrend: refused: " + row));
  }

  private CopyResult copy(Dataset each, Path root) {
    try (BatchWriter writer = opened(each, root)) {
      return copy(each, root, writer);
    } catch (IOException e) {
      throw new ClientException(
          Fault.DATA,
          "the copy of %s stopped, the same command goes on with it: %s"
              .formatted(each.id(), FailureText.of(e)),
          e);
    }
  }

  private BatchWriter opened(Dataset each, Path root) {
    BatchWriter writer;
    try {
      writer = target.writer(kind, root, each.agent());
    } catch (ConfigurationException e) {
      throw new ClientException(Fault.REQUEST, e.getMessage(), e);
    }
    try {
      writer.open();
      return writer;
    } catch (ConfigurationException e) {
      throw new ClientException(Fault.DATA, e.getMessage(), e);
    }
  }

  private CopyResult copy(Dataset each, Path root, BatchWriter writer) throws IOException {
    CopyProgress done = CopyProgress.at(state(each, root));
    if (restart) {
      done.clear();
    }
    ProgressLine progress = new ProgressLine(stdio);
    try {
      return new Copier(
              new PrimaryReader(root, data.encryption("")),
              writer,
              (day, parts, all) -> progress.show(ProgressBar.bar((double) parts / all) + " " + day))
          .copy(each, done);
    } finally {
      progress.clear();
    }
  }

  private Path state(Dataset each, Path root) {
    String place = target.place(kind, root, each.agent());
    UUID name = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    return root.resolve("state").resolve("copy-%s-%s-%s".formatted(kind, each.id(), name));
  }
}
