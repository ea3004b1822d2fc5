package io.stocktrend.source.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.ProviderAccess;
import io.stocktrend.source.provider.QuoteProvider;
import io.stocktrend.source.provider.Quotes;
import io.stocktrend.source.provider.Supplement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * Quotes of many symbols in one call of {@code /v7/finance/quote}; what an object lacks is looked
 * up in {@code /v10/finance/quoteSummary}, then in {@code /v8/finance/chart}. Symbols that Yahoo
 * does not know are silently left out by it, so objects are matched by their symbol.
 */
public final class YahooQuoteProvider implements QuoteProvider {
  private static final int SYMBOLS_PER_CALL = 50;
  private static final String MODULES = "price,summaryDetail,defaultKeyStatistics";

  private final ProviderAccess access;
  private final YahooSession session;
  private final YahooAnswers quoteAnswers;
  private final YahooAnswers summaryAnswers;
  private final YahooAnswers chartAnswers;

  public YahooQuoteProvider(ProviderAccess access) {
    StatusPolicy statuses = new StatusPolicy(YahooAnswers.PROVIDER, access.clock());
    this.access = access;
    this.session = new YahooSession(access, statuses);
    this.quoteAnswers = new YahooAnswers("quoteResponse", statuses);
    this.summaryAnswers = new YahooAnswers("quoteSummary", statuses);
    this.chartAnswers = new YahooAnswers("chart", statuses);
  }

  @Override
  public Quotes quotes(List<String> symbols) throws InterruptedException {
    Quotes quotes = new Quotes(new LinkedHashMap<>(), new LinkedHashMap<>());
    session.begin();
    for (int from = 0; from < symbols.size(); from += SYMBOLS_PER_CALL) {
      List<String> some = symbols.subList(from, Math.min(from + SYMBOLS_PER_CALL, symbols.size()));
      try {
        ask(some, quotes);
      } catch (ProviderException e) {
        some.forEach(symbol -> quotes.failed().put(symbol, e));
      }
    }
    return quotes;
  }

  private void ask(List<String> symbols, Quotes quotes)
      throws ProviderException, InterruptedException {
    Map<String, String> bySpelling = new LinkedHashMap<>();
    symbols.forEach(symbol -> bySpelling.put(YahooSymbol.of(symbol), symbol));
    HttpUrl url =
        access
            .url("yahoo.baseUrl", "v7/finance/quote")
            .addQueryParameter("symbols", String.join(",", bySpelling.keySet()))
            .build();
    for (JsonNode node : quoteAnswers.results(session.get(url, quoteAnswers))) {
      String symbol = bySpelling.get(node.path("symbol").asText());
      if (symbol != null) {
        read(symbol, node, quotes);
      }
    }
  }

  private void read(String symbol, JsonNode node, Quotes quotes) throws InterruptedException {
    Quote.Builder quote = YahooQuoteReader.fromQuote(symbol, node);
    try {
      if (YahooQuoteReader.isIncomplete(quote)) {
        complete(symbol, quote);
      }
      if (quote.getClose() == null || !quote.hasEventTime()) {
        throw new ProviderException(
            YahooAnswers.PROVIDER,
            FailureKind.NOT_FOUND,
            symbol + " comes without a price or without its time");
      }
      quotes.found().put(symbol, quote);
    } catch (ProviderException e) {
      quotes.failed().put(symbol, e);
    }
  }

  /** Fills what is still unknown; a summary that failed is forgiven if the chart fills all. */
  private void complete(String symbol, Quote.Builder quote)
      throws ProviderException, InterruptedException {
    ProviderException failure = null;
    try {
      JsonNode summary = Supplement.of("the summary of " + symbol, () -> summary(symbol));
      YahooQuoteReader.fillFromSummary(quote, summary);
    } catch (ProviderException e) {
      failure = e;
    }
    if (YahooQuoteReader.lacksSession(quote)) {
      JsonNode chart = Supplement.of("the chart of " + symbol, () -> chart(symbol));
      YahooQuoteReader.fillFromChart(quote, chart);
    }
    if (failure != null && YahooQuoteReader.isIncomplete(quote)) {
      throw failure;
    }
  }

  private JsonNode summary(String symbol) throws ProviderException, InterruptedException {
    HttpUrl url =
        access
            .url("yahoo.baseUrl", "v10/finance/quoteSummary")
            .addPathSegment(YahooSymbol.of(symbol))
            .addQueryParameter("modules", MODULES)
            .addQueryParameter("formatted", "false")
            .build();
    return summaryAnswers.results(session.get(url, summaryAnswers)).path(0);
  }

  private JsonNode chart(String symbol) throws ProviderException, InterruptedException {
    HttpUrl url =
        access
            .url("yahoo.baseUrl", "v8/finance/chart")
            .addPathSegment(YahooSymbol.of(symbol))
            .addQueryParameter("interval", "1d")
            .addQueryParameter("range", "1d")
            .build();
    return chartAnswers.results(session.getUnsigned(url, chartAnswers)).path(0);
  }
}
