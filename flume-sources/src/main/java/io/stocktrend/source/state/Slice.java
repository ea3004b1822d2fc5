package io.stocktrend.source.state;

import java.util.List;
import java.util.Map;

/**
 * The part of a poll that goes into the channel in one transaction.
 *
 * @param sequence one more than that of the slice before
 * @param items in the order of emission
 * @param marks of the feed that hold once the items are in the channel
 */
public record Slice(long sequence, List<Item> items, Map<String, String> marks) {
  public Slice {
    items = List.copyOf(items);
    marks = Map.copyOf(marks);
  }

  /**
   * What the cursor remembers of an event.
   *
   * @param key natural key of the fact
   * @param fingerprint of the values, so that the same values are not emitted again; empty for a
   *     fact that is told once, whatever its values
   * @param aliases further keys that the fact is known by
   */
  public record Identity(String key, String fingerprint, List<String> aliases) {
    public Identity {
      aliases = List.copyOf(aliases);
    }
  }

  /** One event and what the cursor remembers of it. */
  @SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
  public record Item(Identity identity, Map<String, String> headers, byte[] body) {
    public String key() {
      return identity.key();
    }

    public String fingerprint() {
      return identity.fingerprint();
    }

    public List<String> aliases() {
      return identity.aliases();
    }
  }
}
