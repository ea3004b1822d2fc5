package io.stocktrend.source.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.provider.BarProvider;
import io.stocktrend.source.provider.BarRequest;
import io.stocktrend.source.provider.BarSeries;
import io.stocktrend.source.provider.ProviderAccess;
import java.time.Duration;
import java.time.Instant;
import okhttp3.HttpUrl;

/** Bars from {@code /v8/finance/chart}, which needs neither cookie nor crumb. */
public final class YahooBarProvider implements BarProvider {
  private static final Duration BEYOND_NOW = Duration.ofDays(1);

  private final ProviderAccess access;
  private final YahooAnswers answers;
  private final YahooChartReader reader;

  public YahooBarProvider(ProviderAccess access, NyseCalendar calendar) {
    this.access = access;
    StatusPolicy statuses = new StatusPolicy(YahooAnswers.PROVIDER, access.clock());
    this.answers = new YahooAnswers("chart", statuses);
    this.reader = new YahooChartReader(calendar, access.clock());
  }

  @Override
  public BarSeries bars(BarRequest request) throws ProviderException, InterruptedException {
    JsonNode results = answers.results(access.http().get(url(request), answers));
    return reader.read(results.path(0), request.interval());
  }

  private HttpUrl url(BarRequest request) {
    Instant end = access.clock().instant().plus(BEYOND_NOW);
    return access
        .url("yahoo.baseUrl", "v8/finance/chart")
        .addPathSegment(YahooSymbol.of(request.symbol()))
        .addQueryParameter("interval", request.interval().id())
        .addQueryParameter("period1", Long.toString(request.from().getEpochSecond()))
        .addQueryParameter("period2", Long.toString(end.getEpochSecond()))
        .addQueryParameter("events", "div|split")
        .addQueryParameter("includePrePost", "false")
        .build();
  }
}
