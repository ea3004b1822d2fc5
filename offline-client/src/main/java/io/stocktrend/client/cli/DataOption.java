package io.stocktrend.client.cli;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.ReadOptions;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that name the data root and say what a damaged part file in it does. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "ROOT",
      defaultValue = "${env:STOCKTREND_DATA:-data}",
      description = "Data root; STOCKTREND_DATA, else data.")
  private Path root;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "Keys of encrypted parts; STOCKTREND_CREDENTIALS, else conf/credentials.json.")
  private Path keys;

  @Option(
      names = "--strict",
      description = "Fail on a damaged part file instead of leaving it out with a warning.")
  private boolean strict;

  MarketDataClient open(Stdio stdio) {
    ReadOptions options = new ReadOptions(Optional.ofNullable(keys), Optional.empty());
    return MarketDataClient.open(
        root,
        strict
            ? options
            : options.leavingOutDamage(warning -> Failures.warn(stdio.err(), warning)));
  }

  /** Whether the root is marked as one that the provider simulator has filled. */
  boolean isSynthetic() {
    return Files.exists(root.resolve("SYNTHETIC"));
  }

  void requireData(MarketDataClient client, Dataset dataset) {
    if (client.partFiles(dataset).isEmpty()) {
      throw new ClientException(
          ClientException.Fault.DATA,
          ("no data yet in %s: start the agent that collects it (bin/flume-ng agent -n %s),"
                  + " or name another root with --data")
              .formatted(DatasetLayout.folder(root, dataset), dataset.agent()));
    }
  }
}
