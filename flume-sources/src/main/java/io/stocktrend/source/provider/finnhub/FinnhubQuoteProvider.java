package io.stocktrend.source.provider.finnhub;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.HttpRequest;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.ProviderAccess;
import io.stocktrend.source.provider.QuoteProvider;
import io.stocktrend.source.provider.Quotes;
import io.stocktrend.source.provider.Supplement;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * Quotes from {@code /quote}, with currency, exchange and market capitalisation from {@code
 * /stock/profile2} and valuation from {@code /stock/metric}; the last two may be empty or not be in
 * the plan, but not fail. The key goes into a header, so that no URL holds it.
 */
public final class FinnhubQuoteProvider implements QuoteProvider {
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
    FinnhubQuoteReader.addProfile(
        quote,
        Supplement.of(
            "the profile of " + symbol, () -> get(url("stock/profile2", symbol).build())));
    FinnhubQuoteReader.addMetric(
        quote, Supplement.of("the metrics of " + symbol, () -> metric(symbol)));
    return quote;
  }

  private JsonNode metric(String symbol) throws ProviderException, InterruptedException {
    HttpUrl url = url("stock/metric", symbol).addQueryParameter("metric", "all").build();
    JsonNode metric = get(url).path("metric");
    if (!metric.isObject()) {
      throw new ProviderException(
          FinnhubAnswers.PROVIDER, FailureKind.MALFORMED, "an answer without 'metric'");
    }
    return metric;
  }

  private JsonNode get(HttpUrl url) throws ProviderException, InterruptedException {
    HttpRequest request = HttpRequest.get(url).header("X-Finnhub-Token", access.apiKey());
    return Json.parse(FinnhubAnswers.PROVIDER, access.http().get(request, answers));
  }

  private HttpUrl.Builder url(String path, String symbol) {
    return access.url("finnhub.baseUrl", path).addQueryParameter("symbol", symbol);
  }
}
