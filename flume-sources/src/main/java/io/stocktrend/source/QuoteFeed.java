package io.stocktrend.source;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderClient;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.OpenProviders;
import io.stocktrend.source.provider.QuoteProvider;
import io.stocktrend.source.provider.Quotes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Quotes with fail-over by symbol: each provider in turn is asked for the symbols that none before
 * it has answered. A quote that {@link QuoteOrder} finds fault with is no answer.
 */
final class QuoteFeed implements Feed {
  private final OpenProviders<QuoteProvider> providers;
  private final List<String> symbols;
  private final Clock clock;
  private final QuoteOrder order = new QuoteOrder();
  private final Set<String> unanswered = new LinkedHashSet<>();
  private final RoundFailures roundFailures = new RoundFailures("quote");

  QuoteFeed(OpenProviders<QuoteProvider> providers, List<String> symbols, Clock clock) {
    this.providers = providers;
    this.symbols = symbols;
    this.clock = clock;
  }

  @Override
  public void begin() {
    unanswered.clear();
    unanswered.addAll(symbols);
    roundFailures.begin();
  }

  @Override
  public Progress poll(Emitter emitter) throws IOException, InterruptedException {
    roundFailures.beginAttempt();
    Map<String, List<ProviderException>> failures = new TreeMap<>();
    for (Map.Entry<String, QuoteProvider> provider : providers.byName().entrySet()) {
      if (unanswered.isEmpty()) {
        break;
      }
      Quotes quotes = ask(provider.getKey(), provider.getValue());
      take(quotes, emitter);
      for (String symbol : unanswered) {
        failures
            .computeIfAbsent(symbol, s -> new ArrayList<>())
            .add(failure(symbol, quotes, provider.getKey()));
      }
    }
    failures.keySet().retainAll(unanswered);
    failures.forEach(
        (symbol, each) -> {
          if (!roundFailures.mayPass(symbol, each)) {
            unanswered.remove(symbol);
          }
        });
    return roundFailures.progress(!unanswered.isEmpty());
  }

  /** A mistake in one provider's reader must not keep the others from serving. */
  private Quotes ask(String name, QuoteProvider provider) throws InterruptedException {
    List<String> symbols = List.copyOf(unanswered);
    try {
      return provider.quotes(symbols);
    } catch (RuntimeException e) {
      ProviderException failure = RoundFailures.unread(name, e);
      Quotes none = new Quotes(new HashMap<>(), new HashMap<>());
      symbols.forEach(symbol -> none.failed().put(symbol, failure));
      return none;
    }
  }

  private void take(Quotes quotes, Emitter emitter) throws IOException, InterruptedException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (Map.Entry<String, Quote.Builder> found : quotes.found().entrySet()) {
      String symbol = found.getKey();
      String fault = order.fault(found.getValue(), now);
      if (fault != null) {
        quotes
            .failed()
            .put(
                symbol,
                new ProviderException(
                    found.getValue().getProvider(),
                    FailureKind.NOT_FOUND,
                    "its quote of " + symbol + " is refused, because " + fault));
      } else if (unanswered.contains(symbol)) {
        Quote quote = complete(found.getValue(), now);
        emitter.offer(quote);
        order.took(quote);
        unanswered.remove(symbol);
        roundFailures.obtained(symbol);
      }
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

  private static ProviderException failure(String symbol, Quotes quotes, String provider) {
    ProviderException failure = quotes.failed().get(symbol);
    return failure == null
        ? new ProviderException(provider, FailureKind.NOT_FOUND, "it left " + symbol + " out")
        : failure;
  }

  @Override
  public Map<String, ProviderClient> clients() {
    return providers.clients();
  }

  @Override
  public Map<String, List<String>> failed() {
    return roundFailures.byReason();
  }

  @Override
  public Optional<Expected> expected() {
    return Optional.of(new Expected(Dataset.FINANCIAL_DATA, day -> symbols, Optional.empty()));
  }

  @Override
  public List<Demand> demands() {
    return Demands.ofFailOver(providers, name -> QuoteProviders.requests(name, symbols.size()));
  }

  @Override
  public void close() {
    providers.close();
  }
}
