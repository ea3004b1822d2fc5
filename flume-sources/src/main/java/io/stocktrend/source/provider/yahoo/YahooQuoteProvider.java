package io.stocktrend.source.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.ProviderAccess;
import io.stocktrend.source.provider.QuoteProvider;
import io.stocktrend.source.provider.Quotes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quotes of many symbols in one call of {@code /v7/finance/quote}; what an object lacks is looked
 * up in {@code /v10/finance/quoteSummary}, then in {@code /v8/finance/chart}. Symbols that Yahoo
 * does not know are silently left out by it, so objects are matched by their symbol.
 */
public final class YahooQuoteProvider implements QuoteProvider {
  private static final Logger LOG = LoggerFactory.getLogger(YahooQuoteProvider.class);
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
    if (YahooQuoteReader.isIncomplete(quote)) {
      complete(symbol, quote);
    }
    if (quote.getClose() == null || !quote.hasEventTime()) {
      quotes
          .failed()
          .put(
              symbol,
              new ProviderException(
                  YahooAnswers.PROVIDER,
                  FailureKind.NOT_FOUND,
                  symbol + " comes without a price or without its time"));
      return;
    }
    quotes.found().put(symbol, quote);
  }

  /** Fills what is still unknown; a failure here costs only what it would have filled. */
  private void complete(String symbol, Quote.Builder quote) throws InterruptedException {
    try {
      HttpUrl url =
          access
              .url("yahoo.baseUrl", "v10/finance/quoteSummary")
              .addPathSegment(YahooSymbol.of(symbol))
              .addQueryParameter("modules", MODULES)
              .addQueryParameter("formatted", "false")
              .build();
      JsonNode results = summaryAnswers.results(session.get(url, summaryAnswers));
      YahooQuoteReader.fillFromSummary(quote, results.path(0));
    } catch (ProviderException e) {
      LOG.debug("No summary of {}: {}", symbol, e.getMessage());
    }
    if (YahooQuoteReader.lacksSession(quote)) {
      completeFromChart(symbol, quote);
    }
  }

  private void completeFromChart(String symbol, Quote.Builder quote) throws InterruptedException {
    try {
      HttpUrl url =
          access
              .url("yahoo.baseUrl", "v8/finance/chart")
              .addPathSegment(YahooSymbol.of(symbol))
              .addQueryParameter("interval", "1d")
              .addQueryParameter("range", "1d")
              .build();
      JsonNode results = chartAnswers.results(session.getUnsigned(url, chartAnswers));
      YahooQuoteReader.fillFromChart(quote, results.path(0));
    } catch (ProviderException e) {
      LOG.debug("No chart of {}: {}", symbol, e.getMessage());
    }
  }
}
