package io.stocktrend.source;

import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import io.stocktrend.source.http.FailureKind;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quotes with fail-over by symbol: each provider in turn is asked for the symbols that none before
 * it has answered. A quote that {@link QuoteOrder} finds fault with is no answer.
 */
final class QuoteFeed implements Feed {
  private static final Logger LOG = LoggerFactory.getLogger(QuoteFeed.class);

  private final OpenProviders<QuoteProvider> providers;
  private final List<String> symbols;
  private final Clock clock;
  private final QuoteOrder order = new QuoteOrder();
  private final Set<String> unanswered = new LinkedHashSet<>();
  private final Map<String, String> warned = new HashMap<>();
  private boolean isRefused;

  QuoteFeed(OpenProviders<QuoteProvider> providers, List<String> symbols, Clock clock) {
    this.providers = providers;
    this.symbols = symbols;
    this.clock = clock;
  }

  @Override
  public void begin() {
    unanswered.clear();
    unanswered.addAll(symbols);
    isRefused = false;
  }

  @Override
  public Progress poll(Emitter emitter) throws IOException, InterruptedException {
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
    failures.forEach(this::warn);
    failures.values().removeIf(each -> each.stream().anyMatch(QuoteFeed::mayPass));
    unanswered.removeAll(failures.keySet());
    isRefused |= failures.values().stream().flatMap(List::stream).anyMatch(QuoteFeed::isRefusal);
    return progress();
  }

  private Progress progress() {
    if (!unanswered.isEmpty()) {
      return Progress.INCOMPLETE;
    }
    return isRefused ? Progress.REFUSED : Progress.COMPLETE;
  }

  /** A mistake in one provider's reader must not keep the others from serving. */
  private Quotes ask(String name, QuoteProvider provider) throws InterruptedException {
    List<String> symbols = List.copyOf(unanswered);
    try {
      return provider.quotes(symbols);
    } catch (RuntimeException e) {
      // Its message may quote the answer, and an answer may echo a key.
      ProviderException failure =
          new ProviderException(name, FailureKind.MALFORMED, "not read: " + e.getClass().getName());
      failure.setStackTrace(e.getStackTrace());
      LOG.error("The quotes of {} could not be read.", name, failure);
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
        warned.remove(symbol);
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

  /** A garbled answer is worth another try, as an absent one is. */
  private static boolean mayPass(ProviderException failure) {
    return failure.kind().isTransient() || failure.kind() == FailureKind.MALFORMED;
  }

  /** Another key or another day may bring what this provider was asked for. */
  private static boolean isRefusal(ProviderException failure) {
    return failure.kind() != FailureKind.NOT_FOUND;
  }

  /** What does not pass by itself, such as an unknown symbol, is said once. */
  private void warn(String symbol, List<ProviderException> failures) {
    String why = failures.stream().map(Throwable::getMessage).collect(Collectors.joining("; "));
    boolean isNews = !why.equals(warned.put(symbol, why));
    if (isNews || failures.stream().anyMatch(QuoteFeed::mayPass)) {
      LOG.warn("No quote of {}: {}", symbol, why);
    }
  }

  @Override
  public void close() {
    providers.close();
  }
}
