package io.stocktrend.source;

import io.stocktrend.source.provider.Bar;
import io.stocktrend.source.provider.BarInterval;
import io.stocktrend.source.provider.BarRequest;
import io.stocktrend.source.provider.BarSeries;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which rows of an answer are news and since when each is known, by the marks of what was
 * taken before. Every answer reaches back to the same first bar, so that the indicators of a bar
 * come out the same in every round and after every restart.
 */
final class BarLedger {
  private final BarInterval interval;
  private final BarHistory history;
  private final Map<String, Instant> lastRunning = new HashMap<>();

  BarLedger(BarInterval interval, BarHistory history) {
    this.interval = interval;
    this.history = history;
  }

  /** What to ask a provider for. */
  BarRequest request(String provider, String symbol, Emitter emitter, Instant now) {
    Instant from =
        mark(provider, symbol, emitter)
            .map(BarMark::from)
            .filter(since -> !history.isTooOld(since, now))
            .orElseGet(() -> history.start(now));
    return new BarRequest(symbol, interval, from);
  }

  /** How long the bars that were taken are to be known. */
  Duration memory() {
    return history.memory();
  }

  /** What to ask a provider for, so that the bars from that time on have their history. */
  BarRequest request(String symbol, Instant from) {
    return new BarRequest(symbol, interval, history.start(from));
  }

  /** The bars that there are to be. */
  BarGrid grid() {
    return new BarGrid(history.calendar(), interval);
  }

  /** How far the symbol has come. */
  SymbolMark progress(String symbol, Emitter emitter) {
    return emitter.mark(name(symbol)).map(SymbolMark::parse).orElse(SymbolMark.NEW);
  }

  /** The round is done with a symbol of which nobody has bars. */
  void skip(String symbol, Emitter emitter, Instant now) {
    emitter.mark(name(symbol), progress(symbol, emitter).next(now, null).print());
  }

  /**
   * Offers what is news in an answer and moves the marks past it.
   *
   * @param isFirstChoice whether the provider is the one that is asked first; another one only
   *     fills in what is not there yet
   */
  void take(
      BarRequest request, BarDesk.Answer answer, boolean isFirstChoice, Emitter emitter, Instant at)
      throws IOException, InterruptedException {
    Instant now = at.truncatedTo(ChronoUnit.MICROS);
    String symbol = request.symbol();
    BarSeries series = answer.series();
    SymbolMark progress = progress(symbol, emitter);
    Optional<BarMark> before = mark(answer.provider(), symbol, emitter);
    Instant remembered = now.minus(memory());
    News news = new News(before, series, isFirstChoice ? null : progress, remembered);
    for (MovementRow row : MovementRow.of(series)) {
      String key = MovementRow.key(symbol, interval, row.bar().start());
      boolean isKnown = emitter.knows(key);
      if (news.holds(row.bar(), isKnown)) {
        boolean isRevision = isKnown && progress.covers(row.bar().start());
        Instant knownAt = isRevision ? now : knownAt(key, row.bar(), now);
        var record = row.record(symbol, interval, answer.provider());
        emitter.offer(MovementRow.known(record, key, knownAt, now));
      }
    }
    BarMark after = BarMark.of(request.from(), series);
    emitter.mark(name(answer.provider(), symbol), after.print());
    emitter.mark(name(symbol), progress.next(now, after.last()).print());
  }

  /** Two versions of a running bar must differ in time, even if the last trade is the same. */
  private Instant knownAt(String key, Bar bar, Instant now) {
    if (bar.isFinal()) {
      lastRunning.remove(key);
      return bar.knownAt();
    }
    Instant last = lastRunning.getOrDefault(key, Instant.EPOCH);
    Instant knownAt = bar.knownAt().isAfter(last) ? bar.knownAt() : now;
    lastRunning.put(key, knownAt);
    return knownAt;
  }

  private Optional<BarMark> mark(String provider, String symbol, Emitter emitter) {
    return emitter.mark(name(provider, symbol)).map(BarMark::parse);
  }

  private String name(String symbol) {
    return "symbol|" + symbol + '|' + interval.id();
  }

  private String name(String provider, String symbol) {
    return provider + '|' + symbol + '|' + interval.id();
  }

  /** Which bars of an answer are to be offered. */
  private record News(
      Optional<BarMark> before,
      boolean isRevised,
      boolean isReadjusted,
      SymbolMark filled,
      Instant remembered) {
    /**
     * @param filled what others have filled in already, null if that does not matter
     * @param remembered since when every bar that was taken is known
     */
    News(Optional<BarMark> before, BarSeries series, SymbolMark filled, Instant remembered) {
      this(
          before,
          before.filter(mark -> mark.isWhole(series) && mark.isRevised(series)).isPresent(),
          before.filter(mark -> mark.isReadjusted(series)).isPresent(),
          filled,
          remembered);
    }

    /**
     * A bar that was final before is news only as a revision of what is still remembered, or if an
     * answer lacked it: a bar that is not known, though it could not be forgotten yet, never came.
     */
    boolean holds(Bar bar, boolean isKnown) {
      if (filled != null && filled.covers(bar.start())) {
        return false;
      }
      boolean wasTaken = before.filter(mark -> mark.covers(bar.start())).isPresent();
      boolean isComparable = isReadjusted || isKnown || bar.start().isAfter(remembered);
      return !wasTaken || (isRevised && isComparable);
    }
  }
}
