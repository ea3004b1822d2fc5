package io.stocktrend.sink.quarantine;

import io.stocktrend.record.DurableFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets events aside that no retry can save, one file for all of a batch: durable when {@link
 * #store} returns, and an event that already lies there is not set aside again.
 */
public final class QuarantineStore {
  private static final Logger LOG = LoggerFactory.getLogger(QuarantineStore.class);
  private static final int NAME_BYTES = 8;
  private static final String ID_PREFIX = "{\"id\":\"";
  private static final int ID_LENGTH = 32;

  private final Path folder;
  private final String component;
  private final Clock clock;

  /** The quarantine of the component of that name. */
  public QuarantineStore(Path folder, String component, Clock clock) {
    this.folder = folder;
    this.component = component;
    this.clock = clock;
  }

  /** What of this component's lies in quarantine. */
  public QuarantineDepth depth() {
    return new QuarantineDepth(folder, prefix());
  }

  /** Sets these events aside. */
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
    DurableFiles.replace(file, QuarantineFile.print(List.copyOf(entries.values())));
    LOG.warn(
        "sink {} set {} events aside in {}, the first because: {}",
        component,
        entries.size(),
        file,
        entries.values().iterator().next().reason());
  }

  private void removeStored(Map<String, QuarantineEntry> entries) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, this::isOwn)) {
      for (Path file : files) {
        removeStored(entries, file);
      }
    }
  }

  private static void removeStored(Map<String, QuarantineEntry> entries, Path file)
      throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int start = ID_PREFIX.length();
        if (line.startsWith(ID_PREFIX) && line.length() > start + ID_LENGTH) {
          entries.remove(line.substring(start, start + ID_LENGTH));
        }
      }
    }
  }

  private boolean isOwn(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(prefix()) && name.endsWith(QuarantineFile.EXTENSION);
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
