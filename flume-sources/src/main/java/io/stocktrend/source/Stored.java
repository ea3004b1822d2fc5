package io.stocktrend.source;

import io.stocktrend.record.RecordId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** What the store has already, of which a backfill stores nothing again. */
public final class Stored {
  private final Set<String> recordIds = new HashSet<>();
  private final Set<String> keys = new HashSet<>();
  private final TreeSet<String> aliases = new TreeSet<>();

  /** Adds rows by their {@code record_id}. */
  public void add(Collection<String> ids) {
    ids.forEach(this::add);
  }

  private void add(String id) {
    recordIds.add(id);
    keys.add(RecordId.naturalKey(id));
  }

  /** Adds a story, so that its reprints are known too. */
  public void add(String id, Sighting story) {
    add(id);
    aliases.add(
        StoryKeys.of(
                new StoryKeys.Sighting(
                    story.symbol, story.headline, story.publisher, story.url, story.published))
            .alias());
  }

  /** Whether it has a row of that natural key. */
  public boolean hasKey(String key) {
    return keys.contains(key);
  }

  boolean hasRecord(String id) {
    return recordIds.contains(id);
  }

  boolean knows(String keyOrAlias) {
    return hasKey(keyOrAlias) || aliases.contains(keyOrAlias);
  }

  NavigableSet<String> known(String prefix) {
    return aliases.subSet(prefix, true, prefix + Character.MAX_VALUE, false);
  }

  /** A story as a row tells it; publisher and address may be null. */
  public record Sighting(
      String symbol, String headline, String publisher, String url, Instant published) {}
}
