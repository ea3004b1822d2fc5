package io.stocktrend.source;

import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.OpenProviders;
import io.stocktrend.source.provider.QuoteProvider;
import io.stocktrend.source.provider.Quotes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quotes with fail-over by symbol: each provider in turn is asked for the symbols that none before
 * it has answered. A quote from the future or without a price is no answer.
 */
final class QuoteFeed implements Feed {
  private static final Logger LOG = LoggerFactory.getLogger(QuoteFeed.class);
  private static final Duration CLOCK_ERROR = Duration.ofMinutes(2);

  private final OpenProviders<QuoteProvider> providers;
  private final List<String> symbols;
  private final Clock clock;
  private final Set<String> unanswered = new LinkedHashSet<>();

  QuoteFeed(OpenProviders<QuoteProvider> providers, List<String> symbols, Clock clock) {
    this.providers = providers;
    this.symbols = symbols;
    this.clock = clock;
  }

  @Override
  public void begin() {
    unanswered.clear();
    unanswered.addAll(symbols);
  }

  @Override
  public Progress poll(Emitter emitter) throws IOException, InterruptedException {
    Map<String, List<String>> reasons = new TreeMap<>();
    Set<String> worthAnotherTry = new LinkedHashSet<>();
    for (Map.Entry<String, QuoteProvider> provider : providers.byName().entrySet()) {
      if (unanswered.isEmpty()) {
        break;
      }
      Quotes quotes = provider.getValue().quotes(List.copyOf(unanswered));
      take(quotes, emitter);
      explain(provider.getKey(), quotes, reasons, worthAnotherTry);
    }
    reasons.keySet().retainAll(unanswered);
    reasons.forEach(
        (symbol, why) -> LOG.warn("No quote of {}: {}", symbol, String.join("; ", why)));
    unanswered.retainAll(worthAnotherTry);
    return unanswered.isEmpty() ? Progress.COMPLETE : Progress.INCOMPLETE;
  }

  private void take(Quotes quotes, Emitter emitter) throws IOException, InterruptedException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (Map.Entry<String, Quote.Builder> found : quotes.found().entrySet()) {
      Quote.Builder quote = found.getValue();
      if (quote.getEventTime().isAfter(now.plus(CLOCK_ERROR))) {
        LOG.warn(
            "A quote of {} from {} is refused: its time, {}, is in the future.",
            found.getKey(),
            quote.getProvider(),
            quote.getEventTime());
        continue;
      }
      emitter.offer(complete(quote, now));
      unanswered.remove(found.getKey());
    }
  }

  /** A quote is known from the moment at which its values were first seen. */
  private static Quote complete(Quote.Builder quote, Instant now) {
    return quote
        .setRecordId(RecordId.of(quote.getSymbol(), now))
        .setKnownAt(now)
        .setCollectedAt(now)
        .build();
  }

  private void explain(
      String provider,
      Quotes quotes,
      Map<String, List<String>> reasons,
      Set<String> worthAnotherTry) {
    for (String symbol : unanswered) {
      ProviderException failure = quotes.failed().get(symbol);
      String why = failure == null ? provider + ": not known to it" : failure.getMessage();
      reasons.computeIfAbsent(symbol, s -> new ArrayList<>()).add(why);
      if (failure != null && failure.kind().isTransient()) {
        worthAnotherTry.add(symbol);
      }
    }
  }

  @Override
  public void close() {
    providers.close();
  }
}
