package io.stocktrend.source.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.provider.BarInterval;
import io.stocktrend.source.provider.BarProvider;
import io.stocktrend.source.provider.BarRequest;
import io.stocktrend.source.provider.BarSeries;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.ProviderAccess;
import okhttp3.HttpUrl;

/**
 * Daily bars from {@code TIME_SERIES_DAILY}, as traded: adjusted for nothing. A free plan gives the
 * last 100, too few for an average of 200; all else needs a premium plan and is not asked for.
 */
public final class AlphaVantageBarProvider implements BarProvider {
  private final ProviderAccess access;
  private final AnswerPolicy answers;
  private final AlphaVantageBarReader reader;

  public AlphaVantageBarProvider(ProviderAccess access, NyseCalendar calendar) {
    this.access = access;
    this.answers = new AlphaVantageAnswers(AlphaVantageBarReader.MEMBER, access.clock());
    this.reader = new AlphaVantageBarReader(calendar, access.clock());
  }

  @Override
  public BarSeries bars(BarRequest request) throws ProviderException, InterruptedException {
    if (request.interval() != BarInterval.DAILY) {
      throw new ProviderException(
          AlphaVantageAnswers.PROVIDER,
          FailureKind.NOT_FOUND,
          "it has no bars of " + request.interval().id() + " without a premium plan");
    }
    HttpUrl url =
        access
            .url("alphavantage.baseUrl", "query")
            .addQueryParameter("function", "TIME_SERIES_DAILY")
            .addQueryParameter("symbol", request.symbol())
            .addQueryParameter("outputsize", "compact")
            .addQueryParameter("apikey", access.apiKey())
            .build();
    JsonNode answer = Json.parse(AlphaVantageAnswers.PROVIDER, access.http().get(url, answers));
    return reader.read(answer, request.from());
  }
}
