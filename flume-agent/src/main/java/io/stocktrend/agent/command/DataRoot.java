package io.stocktrend.agent.command;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the data root. */
final class DataRoot {
  @Option(
      names = "--data",
      paramLabel = "ROOT",
      defaultValue = "${env:STOCKTREND_DATA:-data}",
      description = "Data root; STOCKTREND_DATA, else data.")
  private Path root;

  /** The root, which is there. */
  Path existing() {
    if (!Files.isDirectory(root)) {
      throw new ClientException(
          Fault.DATA,
          "no data folder "
              + root.toAbsolutePath().normalize()
              + ": name the root that the agents write to (--data ROOT or STOCKTREND_DATA)");
    }
    return root;
  }
}
