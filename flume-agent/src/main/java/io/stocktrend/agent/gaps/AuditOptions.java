package io.stocktrend.agent.gaps;

import io.stocktrend.agent.AuditedSources;
import io.stocktrend.agent.primary.EncryptionOptions;
import io.stocktrend.agent.primary.PrimaryStore;
import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.ReadOptions;
import io.stocktrend.client.cli.RootOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where the data and the agent files are. */
final class AuditOptions {
  private static final String WRITER = "stocktrend.backfill";

  @Mixin private RootOption root;

  @Option(
      names = "--agents",
      paramLabel = "FILE",
      split = ",",
      defaultValue = "conf/raw.properties,conf/context.properties",
      description =
          "Agent files that say what is collected; conf/raw.properties,conf/context.properties.")
  private List<Path> files;

  @Mixin private EncryptionOptions encryption;

  AuditedSources sources() {
    try {
      return AuditedSources.read(files);
    } catch (IllegalArgumentException e) {
      throw new ClientException(Fault.REQUEST, e.getMessage(), e);
    }
  }

  /** Makes the data root, so that a backfill may be the first to write there. */
  void makeRoot() throws IOException {
    Files.createDirectories(root.path());
  }

  MarketDataClient client() {
    return MarketDataClient.open(root.path(), new ReadOptions(encryption.keys(), Optional.empty()));
  }

  PrimaryStore store() {
    try {
      return new PrimaryStore(root.path(), encryption.encryption(), WRITER);
    } catch (IllegalArgumentException e) {
      throw new ClientException(Fault.REQUEST, e.getMessage(), e);
    }
  }
}
