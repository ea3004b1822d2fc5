package io.stocktrend.client.cli;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the data root. */
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

  MarketDataClient open() {
    return MarketDataClient.open(root, Optional.ofNullable(keys));
  }

  Path folder(Dataset dataset) {
    return DatasetLayout.folder(root, dataset);
  }
}
