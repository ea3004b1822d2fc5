package io.stocktrend.agent.command;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.KeyFile;
import io.stocktrend.sink.file.Encryption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say where the primary is, and how to read it. */
final class DataRoot {
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

  /**
   * Reads encrypted parts, and writes them with the key of that name; empty for none.
   *
   * @throws ClientException if there is no such key
   */
  Encryption encryption(String keyName) {
    try {
      return new Encryption(keyName, KeyFile.read(Optional.ofNullable(keys)));
    } catch (IllegalArgumentException e) {
      throw new ClientException(Fault.REQUEST, e.getMessage(), e);
    }
  }

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
