package io.stocktrend.sink.quarantine;

import io.stocktrend.record.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets events aside that no retry can save, one file for all of a batch: durable when {@link
 * #store} returns, and an event that already lies there is not set aside again.
 */
public final class QuarantineStore {
  /** How much a quarantine may hold unless the agent file says otherwise: 1 GiB. */
  public static final long DEFAULT_MAX_BYTES = 1L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(QuarantineStore.class);
  private static final int NAME_BYTES = 8;

  private final Path folder;
  private final String component;
  private final long maxBytes;
  private final Clock clock;
  private final StoredIds stored = new StoredIds();

  /** The quarantine of the component of that name, of the default size. */
  public QuarantineStore(Path folder, String component, Clock clock) {
    this(folder, component, DEFAULT_MAX_BYTES, clock);
  }

  /**
   * The quarantine of the component of that name.
   *
   * @param maxBytes how large the files of the folder may be together, those of others included
   */
  public QuarantineStore(Path folder, String component, long maxBytes, Clock clock) {
    this.folder = folder;
    this.component = component;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /** What of this component's lies in quarantine. */
  public QuarantineDepth depth() {
    return new QuarantineDepth(folder, prefix());
  }

  /**
   * Sets these events aside.
   *
   * @throws QuarantineFullException if there is no room; nothing has been set aside then
   */
  public void store(List<RefusedEvent> refused) throws IOException {
    if (refused.isEmpty()) {
      return;
    }
    Map<String, QuarantineEntry> entries = new LinkedHashMap<>();
    Instant now = clock.instant();
    for (RefusedEvent event : refused) {
      QuarantineEntry entry = QuarantineEntry.of(event, component, now);
      entries.putIfAbsent(entry.id(), entry);
    }
    removeStored(entries);
    if (entries.isEmpty()) {
      return;
    }
    // Named by its content: what a crash interrupted is replaced by the same batch's next attempt.
    Path file = folder.resolve(prefix() + digest(entries.keySet()) + QuarantineFile.EXTENSION);
    byte[] content = QuarantineFile.print(List.copyOf(entries.values()));
    long bytes = bytes();
    if (bytes + content.length > maxBytes) {
      throw new QuarantineFullException(folder, bytes, maxBytes);
    }
    DurableFiles.replace(file, content);
    LOG.warn(
        "sink {} set {} events aside in {} ({} % full), the first because: {}",
        component,
        entries.size(),
        file,
        100 * (bytes + content.length) / maxBytes,
        entries.values().iterator().next().reason());
  }

  /** How large the files of the folder are together. */
  public long bytes() throws IOException {
    return QuarantineFile.in(folder).stream().mapToLong(QuarantineStore::size).sum();
  }

  public long maxBytes() {
    return maxBytes;
  }

  private static long size(Path file) {
    // A file that a replay has emptied and removed since it was listed counts as 0.
    return file.toFile().length();
  }

  private void removeStored(Map<String, QuarantineEntry> entries) throws IOException {
    for (Path file : QuarantineFile.in(folder)) {
      if (isOwn(file)) {
        entries.keySet().removeAll(stored.in(file, Set.copyOf(entries.keySet())));
      }
    }
  }

  private boolean isOwn(Path file) {
    return file.getFileName().toString().startsWith(prefix());
  }

  private String prefix() {
    return component.replaceAll("[^A-Za-z0-9_-]", "_") + "-";
  }

  private static String digest(Collection<String> ids) {
    MessageDigest digest = QuarantineEntry.sha256();
    ids.forEach(id -> digest.update(id.getBytes(StandardCharsets.US_ASCII)));
    return HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
  }
}
