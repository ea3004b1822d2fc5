package io.stocktrend.source.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a source has come: its last run, its last slice, the values last emitted by key, and the
 * marks that its feed has set.
 */
public final class Cursor {
  private final TreeMap<String, Seen> seen = new TreeMap<>();
  private final TreeMap<String, String> marks = new TreeMap<>();
  private final Map<String, Seen> unsavedSeen = new TreeMap<>();
  private final Map<String, String> unsavedMarks = new TreeMap<>();
  private boolean isUnsaved;
  private long version;
  private long sequence;
  private Instant lastRun;

  /** The cursor of a source that has never run. */
  public Cursor() {}

  /** Sequence of the last slice that is in the channel, 0 before the first. */
  public long sequence() {
    return sequence;
  }

  /** Start of the last complete run, if there was one. */
  public Optional<Instant> lastRun() {
    return Optional.ofNullable(lastRun);
  }

  /** Whether these values were the last emitted of that key; if so, it was met on that day. */
  public boolean hasEmitted(String key, String fingerprint, LocalDate day) {
    Seen last = seen.get(key);
    boolean isSame = last != null && last.fingerprint().equals(fingerprint);
    if (isSame && last.day().isBefore(day)) {
      seen.put(key, new Seen(fingerprint, day));
    }
    return isSame;
  }

  /** Whether anything was emitted under that key. */
  public boolean knows(String key) {
    return seen.containsKey(key);
  }

  /** The keys that begin so, in order. */
  public NavigableSet<String> known(String prefix) {
    return Collections.unmodifiableNavigableSet(
        seen.subMap(prefix, true, prefix + Character.MAX_VALUE, false).navigableKeySet());
  }

  /** The text that the feed has last set under that name. */
  public Optional<String> mark(String name) {
    return Optional.ofNullable(marks.get(name));
  }

  /** Sets a text of the feed. */
  public void mark(String name, String value) {
    if (!value.equals(marks.put(name, value))) {
      unsavedMarks.put(name, value);
      isUnsaved = true;
    }
  }

  /** Moves past a slice that went into the channel on that day. */
  public void moveTo(Slice slice, LocalDate day) {
    Seen bare = new Seen("", day);
    for (Slice.Item item : slice.items()) {
      String fingerprint = item.fingerprint();
      remember(item.key(), fingerprint.isEmpty() ? bare : new Seen(fingerprint, day));
      item.aliases().forEach(alias -> remember(alias, bare));
    }
    slice.marks().forEach(this::mark);
    sequence = slice.sequence();
    isUnsaved = true;
  }

  private void remember(String key, Seen what) {
    seen.put(key, what);
    unsavedSeen.put(key, what);
  }

  /** Remembers that a run is complete. */
  public void ran(Instant start) {
    lastRun = start;
    isUnsaved = true;
  }

  /** Forgets the keys that were last met before that day. */
  public void forgetBefore(LocalDate day) {
    seen.values().removeIf(what -> what.day().isBefore(day));
  }

  /** What has changed since it was last saved, if anything has. */
  Optional<CursorValues> change() {
    return isUnsaved
        ? Optional.of(new CursorValues(version + 1, sequence, lastRun, unsavedMarks, unsavedSeen))
        : Optional.empty();
  }

  /** All that it holds; what has changed since it was saved counts as one more version. */
  CursorValues whole() {
    return new CursorValues(version + (isUnsaved ? 1 : 0), sequence, lastRun, marks, seen);
  }

  /** From now on it is as it was saved. */
  void saved() {
    version += isUnsaved ? 1 : 0;
    isUnsaved = false;
    unsavedSeen.clear();
    unsavedMarks.clear();
  }

  /** Makes a change that was saved once. */
  void apply(CursorValues change) {
    version = change.version();
    sequence = change.sequence();
    lastRun = change.lastRun();
    marks.putAll(change.marks());
    seen.putAll(change.seen());
  }

  long version() {
    return version;
  }
}
