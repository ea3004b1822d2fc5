package io.stocktrend.source.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.record.Quote;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.ProviderAccess;
import io.stocktrend.source.provider.QuoteProvider;
import io.stocktrend.source.provider.Quotes;
import io.stocktrend.source.provider.Supplement;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * Quotes from {@code GLOBAL_QUOTE}, with the rest from {@code OVERVIEW}, which may be empty or not
 * be in the plan, but not fail. Two requests a symbol of 25 a day: the last to be asked.
 */
public final class AlphaVantageQuoteProvider implements QuoteProvider {
  private final ProviderAccess access;
  private final AnswerPolicy quoteAnswers;
  private final AnswerPolicy overviewAnswers;
  private final AlphaVantageQuoteReader reader;

  public AlphaVantageQuoteProvider(ProviderAccess access, NyseCalendar calendar) {
    this.access = access;
    this.reader = new AlphaVantageQuoteReader(calendar);
    this.quoteAnswers = new AlphaVantageAnswers("Global Quote", access.clock());
    this.overviewAnswers = new AlphaVantageAnswers("Symbol", access.clock());
  }

  @Override
  public Quotes quotes(List<String> symbols) throws InterruptedException {
    return Quotes.oneByOne(symbols, this::quote);
  }

  private Quote.Builder quote(String symbol) throws ProviderException, InterruptedException {
    JsonNode answer = get("GLOBAL_QUOTE", symbol, quoteAnswers).path("Global Quote");
    Quote.Builder quote = reader.fromGlobalQuote(symbol, answer, access.clock().instant());
    if (quote.getClose() == null || !quote.hasEventTime()) {
      throw new ProviderException(
          AlphaVantageAnswers.PROVIDER,
          FailureKind.NOT_FOUND,
          symbol + " comes without a price or without its day");
    }
    JsonNode overview =
        Supplement.of("the overview of " + symbol, () -> get("OVERVIEW", symbol, overviewAnswers));
    AlphaVantageQuoteReader.addOverview(quote, overview);
    return quote;
  }

  private JsonNode get(String function, String symbol, AnswerPolicy policy)
      throws ProviderException, InterruptedException {
    HttpUrl url =
        access
            .url("alphavantage.baseUrl", "query")
            .addQueryParameter("function", function)
            .addQueryParameter("symbol", symbol)
            .addQueryParameter("apikey", access.apiKey())
            .build();
    return Json.parse(AlphaVantageAnswers.PROVIDER, access.http().get(url, policy));
  }
}
