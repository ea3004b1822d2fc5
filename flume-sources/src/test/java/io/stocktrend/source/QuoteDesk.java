package io.stocktrend.source;

import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.QuoteProvider;
import io.stocktrend.source.provider.Quotes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A provider that has what the test gives it. */
final class QuoteDesk implements QuoteProvider {
  private final String name;
  private final Map<String, Quote.Builder> has = new HashMap<>();
  private final Map<String, ProviderException> fails = new HashMap<>();
  private final List<List<String>> asked = new ArrayList<>();
  private RuntimeException mistake;

  QuoteDesk(String name) {
    this.name = name;
  }

  QuoteDesk has(String symbol, double price) {
    return has(symbol, price, quote -> {});
  }

  QuoteDesk has(String symbol, double price, Consumer<Quote.Builder> change) {
    Quote.Builder quote =
        Quote.newBuilder()
            .setProvider(name)
            .setSymbol(symbol)
            .setClose(price)
            .setEventTime(Instant.parse("2026-11-02T09:59:00Z"));
    change.accept(quote);
    has.put(symbol, quote);
    fails.remove(symbol);
    return this;
  }

  QuoteDesk fails(String symbol, FailureKind kind) {
    fails.put(symbol, new ProviderException(name, kind, "so the test wants"));
    return this;
  }

  /** It has no quote of that symbol any more. */
  void lacks(String symbol) {
    has.remove(symbol);
  }

  /** From now on its reader makes this mistake. */
  void errs(RuntimeException made) {
    mistake = made;
  }

  /** The symbols of each request. */
  List<List<String>> asked() {
    return asked;
  }

  @Override
  public Quotes quotes(List<String> symbols) {
    asked.add(symbols);
    if (mistake != null) {
      throw mistake;
    }
    Quotes quotes = new Quotes(new LinkedHashMap<>(), new LinkedHashMap<>());
    has.forEach((s, q) -> quotes.found().put(s, Quote.newBuilder(q)));
    quotes.found().keySet().removeIf(s -> !symbols.contains(s) && !s.equals("Z"));
    quotes.failed().putAll(fails);
    return quotes;
  }
}
