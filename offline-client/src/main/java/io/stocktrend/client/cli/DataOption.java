package io.stocktrend.client.cli;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the data root. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "ROOT",
      defaultValue = "${env:STOCKTREND_DATA:-data}",
      description = "Data root; STOCKTREND_DATA, else data.")
  private Path root;

  MarketDataClient open() {
    return MarketDataClient.open(root);
  }

  /** Whether the root is marked as one that the provider simulator has filled. */
  boolean isSynthetic() {
    return Files.exists(root.resolve("SYNTHETIC"));
  }

  Path folder(Dataset dataset) {
    return DatasetLayout.folder(root, dataset);
  }
}
