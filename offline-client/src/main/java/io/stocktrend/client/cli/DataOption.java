package io.stocktrend.client.cli;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.ReadOptions;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import java.nio.file.Files;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name the data root and say what a damaged part file in it does. */
final class DataOption {
  @Mixin private RootOption root;
  @Mixin private KeysOption keys;

  @Option(
      names = "--strict",
      description = "Fail on a damaged part file instead of leaving it out with a warning.")
  private boolean strict;

  MarketDataClient open(Stdio stdio) {
    ReadOptions options = new ReadOptions(keys.file(), Optional.empty());
    return MarketDataClient.open(
        root.path(),
        strict
            ? options
            : options.leavingOutDamage(warning -> Failures.warn(stdio.err(), warning)));
  }

  /** Whether the root is marked as one that the provider simulator has filled. */
  boolean isSynthetic() {
    return Files.exists(root.path().resolve("SYNTHETIC"));
  }

  void requireData(MarketDataClient client, Dataset dataset) {
    if (client.partFiles(dataset).isEmpty()) {
      throw new ClientException(
          ClientException.Fault.DATA,
          ("no data yet in %s: start the agent that collects it (bin/flume-ng agent -n %s),"
                  + " or name another root with --data")
              .formatted(DatasetLayout.folder(root.path(), dataset), dataset.agent()));
    }
  }
}
