package io.stocktrend.source.provider.finnhub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.HttpRequest;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.ProviderAccess;
import io.stocktrend.source.provider.QuoteProvider;
import io.stocktrend.source.provider.Quotes;
import java.util.List;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quotes from {@code /quote}, with currency, exchange and market capitalisation from {@code
 * /stock/profile2} and valuation from {@code /stock/metric}; the last two may fail or be empty
 * without costing the price. The key goes into a header, so that no URL holds it.
 */
public final class FinnhubQuoteProvider implements QuoteProvider {
  private static final Logger LOG = LoggerFactory.getLogger(FinnhubQuoteProvider.class);

  private final ProviderAccess access;
  private final FinnhubAnswers answers;

  public FinnhubQuoteProvider(ProviderAccess access) {
    this.access = access;
    this.answers = new FinnhubAnswers(access.clock());
  }

  @Override
  public Quotes quotes(List<String> symbols) throws InterruptedException {
    return Quotes.oneByOne(symbols, this::quote);
  }

  private Quote.Builder quote(String symbol) throws ProviderException, InterruptedException {
    JsonNode price = get(url("quote", symbol).build());
    Quote.Builder quote = FinnhubQuoteReader.fromQuote(symbol, price);
    if (quote.getClose() == null || !quote.hasEventTime()) {
      throw new ProviderException(
          FinnhubAnswers.PROVIDER,
          FailureKind.NOT_FOUND,
          symbol + " comes without a price or without its time");
    }
    FinnhubQuoteReader.addProfile(quote, getIfAny(url("stock/profile2", symbol).build()));
    HttpUrl metric = url("stock/metric", symbol).addQueryParameter("metric", "all").build();
    FinnhubQuoteReader.addMetric(quote, getIfAny(metric).path("metric"));
    return quote;
  }

  private JsonNode getIfAny(HttpUrl url) throws InterruptedException {
    try {
      return get(url);
    } catch (ProviderException e) {
      LOG.warn("Finnhub quotes come without {}: {}", url.encodedPath(), e.getMessage());
      return MissingNode.getInstance();
    }
  }

  private JsonNode get(HttpUrl url) throws ProviderException, InterruptedException {
    HttpRequest request = HttpRequest.get(url).header("X-Finnhub-Token", access.apiKey());
    return Json.parse(FinnhubAnswers.PROVIDER, access.http().get(request, answers));
  }

  private HttpUrl.Builder url(String path, String symbol) {
    return access.url("finnhub.baseUrl", path).addQueryParameter("symbol", symbol);
  }
}
