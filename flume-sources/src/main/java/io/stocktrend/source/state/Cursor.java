package io.stocktrend.source.state;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far a source has come: its last run, its last slice, and the values last emitted by key. */
public final class Cursor {
  private final TreeMap<String, String> fingerprints;
  private long sequence;
  private Instant lastRun;

  /** The cursor of a source that has never run. */
  public Cursor() {
    this(0, null, Map.of());
  }

  Cursor(long sequence, Instant lastRun, Map<String, String> fingerprints) {
    this.sequence = sequence;
    this.lastRun = lastRun;
    this.fingerprints = new TreeMap<>(fingerprints);
  }

  /** Sequence of the last slice that is in the channel, 0 before the first. */
  public long sequence() {
    return sequence;
  }

  /** Start of the last complete run, if there was one. */
  public Optional<Instant> lastRun() {
    return Optional.ofNullable(lastRun);
  }

  /** Whether these values were the last emitted of that key. */
  public boolean hasEmitted(String key, String fingerprint) {
    return fingerprint.equals(fingerprints.get(key));
  }

  /** Moves past a slice that is in the channel. */
  public void moveTo(Slice slice) {
    slice.items().forEach(item -> fingerprints.put(item.key(), item.fingerprint()));
    sequence = slice.sequence();
  }

  /** Remembers that a run is complete. */
  public void ran(Instant start) {
    lastRun = start;
  }

  Map<String, String> fingerprints() {
    return Collections.unmodifiableMap(fingerprints);
  }
}
