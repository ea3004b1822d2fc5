package io.stocktrend.source;

import io.stocktrend.record.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Reads the key {@code symbols} for a source that has the same symbols always. */
final class SymbolList {
  private SymbolList() {}

  /** The symbols of this agent's {@code shard}, each once; of a universe today's members. */
  static List<String> read(Settings settings, List<String> otherwise) {
    return today(settings, otherwise, Shard.read(settings, "symbols"));
  }

  /** The symbols of every agent, whatever its {@code shard}. */
  static List<String> all(Settings settings, List<String> otherwise) {
    return today(settings, otherwise, Shard.WHOLE);
  }

  private static List<String> today(Settings settings, List<String> otherwise, Shard shard) {
    Clock clock = Clock.systemUTC();
    return Universe.read(settings, otherwise, shard, clock)
        .on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
