package io.stocktrend.source.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.ObservationProvider;
import io.stocktrend.source.provider.ProviderAccess;
import io.stocktrend.source.provider.SeriesFields;
import io.stocktrend.source.provider.SeriesQuery;
import io.stocktrend.source.provider.SeriesValue;
import io.stocktrend.source.provider.SeriesValues;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * Observations from the economic functions, without vintages. A series is the function with its
 * parameters, such as {@code TREASURY_YIELD&interval=daily&maturity=10year}.
 */
public final class AlphaVantageObservationProvider implements ObservationProvider {
  private static final String DATA = "data";

  private final ProviderAccess access;
  private final AnswerPolicy answers;
  private final SeriesFields fields = new SeriesFields(AlphaVantageAnswers.PROVIDER);

  public AlphaVantageObservationProvider(ProviderAccess access) {
    this.access = access;
    this.answers = new AlphaVantageAnswers(DATA, access.clock());
  }

  @Override
  public SeriesValues observations(SeriesQuery query)
      throws ProviderException, InterruptedException {
    JsonNode answer =
        Json.parse(AlphaVantageAnswers.PROVIDER, access.http().get(url(query.series()), answers));
    String interval = answer.path("interval").asText();
    if (!interval.equals(query.frequency().word())) {
      throw fields.malformed(
          "an answer whose interval is not " + query.frequency().word() + " as asked for");
    }
    if (answer.path(DATA).isEmpty()) {
      throw new ProviderException(
          AlphaVantageAnswers.PROVIDER, FailureKind.NOT_FOUND, "an answer without rows");
    }
    List<SeriesValue> values = new ArrayList<>();
    for (JsonNode row : answer.path(DATA)) {
      values.add(
          new SeriesValue(fields.date(row.path("date")), fields.value(row.path("value")), null));
    }
    return fields.current(values);
  }

  private HttpUrl url(String series) {
    HttpUrl.Builder url =
        access
            .url("alphavantage.baseUrl", "query")
            .query("function=" + series)
            .addQueryParameter("apikey", access.apiKey());
    return url.build();
  }
}
