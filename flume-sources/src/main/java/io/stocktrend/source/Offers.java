package io.stocktrend.source;

import io.stocktrend.source.state.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was offered to an emitter and is not in the channel yet, in the order of the offers. */
final class Offers {
  private final List<Slice.Item> items = new ArrayList<>();
  private final Map<String, String> fingerprints = new HashMap<>();
  private final Set<String> aliases = new TreeSet<>();
  private final Map<String, String> marks = new LinkedHashMap<>();

  void add(Slice.Item item) {
    items.add(item);
    fingerprints.put(item.key(), item.fingerprint());
    aliases.addAll(item.aliases());
  }

  void mark(String name, String value) {
    marks.put(name, value);
  }

  int size() {
    return items.size();
  }

  boolean knows(String keyOrAlias) {
    return fingerprints.containsKey(keyOrAlias) || aliases.contains(keyOrAlias);
  }

  /** The natural keys and aliases that begin so. */
  Stream<String> known(String prefix) {
    return Stream.concat(fingerprints.keySet().stream(), aliases.stream())
        .filter(key -> key.startsWith(prefix));
  }

  /** That of the values last offered under a natural key. */
  Optional<String> fingerprint(String key) {
    return Optional.ofNullable(fingerprints.get(key));
  }

  Optional<String> mark(String name) {
    return Optional.ofNullable(marks.get(name));
  }

  /** The first of them; the marks go with the last of all. */
  Slice slice(long sequence, int batchSize) {
    boolean isLast = items.size() <= batchSize;
    return new Slice(sequence, items.stream().limit(batchSize).toList(), isLast ? marks : Map.of());
  }

  /** These very items are in the channel. */
  void delivered(List<Slice.Item> slice) {
    Set<Slice.Item> delivered = Collections.newSetFromMap(new IdentityHashMap<>());
    delivered.addAll(slice);
    items.removeIf(delivered::contains);
  }

  /** All are in the channel: forgets what the cursor knows by now, and returns the marks. */
  Map<String, String> settle() {
    Map<String, String> settled = new LinkedHashMap<>(marks);
    fingerprints.clear();
    aliases.clear();
    marks.clear();
    return settled;
  }
}
