package io.stocktrend.agent.quarantine;

import io.stocktrend.client.cli.RootOption;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where the quarantine lies. */
final class ShelfOptions {
  @Mixin private RootOption root;

  @Option(
      names = "--quarantine",
      paramLabel = "DIR",
      description = "The agents' quarantineDir, where it is not ROOT/quarantine.")
  private Path folder;

  Path root() {
    return root.path();
  }

  Shelf shelf() {
    return new Shelf(folder == null ? root.path().resolve("quarantine") : folder);
  }
}
