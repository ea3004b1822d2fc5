package io.stocktrend.source;

import io.stocktrend.record.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Reads the keys {@code symbols} and {@code shard} for a source that asks for the same always. */
final class SymbolList {
  private SymbolList() {}

  /** The symbols to ask for, each once, in the order given; of a universe today's members. */
  static List<String> read(Settings settings, List<String> otherwise) {
    Clock clock = Clock.systemUTC();
    return Universe.read(settings, otherwise, clock)
        .on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
