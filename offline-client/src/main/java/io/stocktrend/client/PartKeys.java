package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.KeyRing;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The keys that this client reads encrypted parts with. Why there are none is told only when a part
 * needs one.
 */
final class PartKeys {
  private final KeyRing ring;
  private final Optional<ClientException> failure;

  private PartKeys(KeyRing ring, Optional<ClientException> failure) {
    this.ring = ring;
    this.failure = failure;
  }

  /**
   * Those of a file.
   *
   * @throws ClientException if a file is given that cannot be used
   */
  static PartKeys read(Optional<Path> given) {
    try {
      return new PartKeys(KeyFile.read(given), Optional.empty());
    } catch (ClientException e) {
      if (given.isPresent()) {
        throw e;
      }
      return new PartKeys(KeyRing.EMPTY, Optional.of(e));
    }
  }

  boolean isEmpty() {
    return ring.names().isEmpty();
  }

  /**
   * The key of that name.
   *
   * @throws ClientException if it is not known, which says where to put it
   */
  byte[] require(Path part, String name) {
    return ring.find(name)
        .orElseThrow(
            () ->
                failure.orElseGet(
                    () ->
                        new ClientException(
                            Fault.DATA,
                            "the part file %s is encrypted with the key '%s': name a file that holds {\"parquet\": {\"%s\": \"…\"}} with --keys or STOCKTREND_CREDENTIALS"
                                .formatted(part, name, name))));
  }
}
