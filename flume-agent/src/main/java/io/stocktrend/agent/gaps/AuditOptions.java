package io.stocktrend.agent.gaps;

import io.stocktrend.agent.AuditedSources;
import io.stocktrend.agent.primary.PrimaryStore;
import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.KeyFile;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.ReadOptions;
import io.stocktrend.sink.file.Encryption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say where the data and the agent files are. */
final class AuditOptions {
  private static final String WRITER = "stocktrend.backfill";

  @Option(
      names = "--data",
      paramLabel = "ROOT",
      defaultValue = "${env:STOCKTREND_DATA:-data}",
      description = "Data root; STOCKTREND_DATA, else data.")
  private Path root;

  @Option(
      names = "--agents",
      paramLabel = "FILE",
      split = ",",
      defaultValue = "conf/raw.properties,conf/context.properties",
      description =
          "Agent files that say what is collected; conf/raw.properties,conf/context.properties.")
  private List<Path> files;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "Keys of encrypted parts; STOCKTREND_CREDENTIALS, else conf/credentials.json.")
  private Path keys;

  @Option(
      names = "--key-name",
      paramLabel = "NAME",
      description = "The key that encrypts new parts, as encryption.keyName of the agent's sink.")
  private String keyName;

  AuditedSources sources() {
    try {
      return AuditedSources.read(files);
    } catch (IllegalArgumentException e) {
      throw new ClientException(Fault.REQUEST, e.getMessage(), e);
    }
  }

  /** Makes the data root, so that a backfill may be the first to write there. */
  void makeRoot() throws IOException {
    Files.createDirectories(root);
  }

  MarketDataClient client() {
    return MarketDataClient.open(
        root, new ReadOptions(Optional.ofNullable(keys), Optional.empty()));
  }

  PrimaryStore store() {
    try {
      String name = keyName == null ? "" : keyName;
      return new PrimaryStore(
          root, new Encryption(name, KeyFile.read(Optional.ofNullable(keys))), WRITER);
    } catch (IllegalArgumentException e) {
      throw new ClientException(Fault.REQUEST, e.getMessage(), e);
    }
  }
}
