package io.stocktrend.agent.command;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.KeyFile;
import io.stocktrend.client.cli.KeysOption;
import io.stocktrend.client.cli.RootOption;
import io.stocktrend.sink.file.Encryption;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;

/** The options that say where the primary is, and how to read it. */
final class DataRoot {
  @Mixin private RootOption root;
  @Mixin private KeysOption keys;

  /**
   * Reads encrypted parts, and writes them with the key of that name; empty for none.
   *
   * @throws ClientException if there is no such key
   */
  Encryption encryption(String keyName) {
    try {
      return new Encryption(keyName, KeyFile.read(keys.file()));
    } catch (IllegalArgumentException e) {
      throw new ClientException(Fault.REQUEST, e.getMessage(), e);
    }
  }

  /** The root, which is there. */
  Path existing() {
    Path folder = root.path();
    if (!Files.isDirectory(folder)) {
      throw new ClientException(
          Fault.DATA,
          "no data folder "
              + folder.toAbsolutePath().normalize()
              + ": name the root that the agents write to (--data ROOT or STOCKTREND_DATA)");
    }
    return folder;
  }
}
