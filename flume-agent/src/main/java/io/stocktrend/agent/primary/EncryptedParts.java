package io.stocktrend.agent.primary;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.PartEncryption;
import io.stocktrend.record.Dataset;
import io.stocktrend.sink.file.Encryption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Keeps plain parts out of datasets that are encrypted. */
final class EncryptedParts {
  private final Path root;
  private final boolean encrypting;
  private final Set<Dataset> looked = EnumSet.noneOf(Dataset.class);

  EncryptedParts(Path root, Encryption encryption) {
    this.root = root;
    this.encrypting = encryption.isOn();
  }

  /** Refuses to write without a key where the newest part of the dataset has one. */
  void requireKeyFor(Dataset dataset) throws IOException {
    if (encrypting || !looked.add(dataset)) {
      return;
    }
    List<Path> parts = parts(dataset);
    if (!parts.isEmpty() && PartEncryption.isOf(parts.get(parts.size() - 1))) {
      throw new ClientException(
          Fault.REQUEST,
          "the parts of %s are encrypted: name the key for new ones with --key-name (encryption.keyName of the agent's sink)"
              .formatted(dataset.id()));
    }
  }

  private List<Path> parts(Dataset dataset) {
    try (MarketDataClient client = MarketDataClient.open(root)) {
      return client.partFiles(dataset);
    }
  }
}
