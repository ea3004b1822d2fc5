package io.stocktrend.client.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the data root. */
public final class RootOption {
  @Option(
      names = "--data",
      paramLabel = "ROOT",
      defaultValue = "${env:STOCKTREND_DATA:-data}",
      description = "Data root; STOCKTREND_DATA, else data.")
  private Path root;

  /** The root, which need not be there. */
  public Path path() {
    return root;
  }
}
