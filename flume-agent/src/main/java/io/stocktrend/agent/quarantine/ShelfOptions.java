package io.stocktrend.agent.quarantine;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say where the quarantine lies. */
final class ShelfOptions {
  @Option(
      names = "--data",
      paramLabel = "ROOT",
      defaultValue = "${env:STOCKTREND_DATA:-data}",
      description = "Data root; STOCKTREND_DATA, else data.")
  private Path root;

  @Option(
      names = "--quarantine",
      paramLabel = "DIR",
      description = "The agents' quarantineDir, where it is not ROOT/quarantine.")
  private Path folder;

  Path root() {
    return root;
  }

  Shelf shelf() {
    return new Shelf(folder == null ? root.resolve("quarantine") : folder);
  }
}
