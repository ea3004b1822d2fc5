package io.stocktrend.source.provider.worldbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.Frequency;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.ObservationProvider;
import io.stocktrend.source.provider.ProviderAccess;
import io.stocktrend.source.provider.SeriesFields;
import io.stocktrend.source.provider.SeriesQuery;
import io.stocktrend.source.provider.SeriesValue;
import io.stocktrend.source.provider.SeriesValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Observations of one country from {@code country/…/indicator/…}, which has no vintages. */
public final class WorldBankObservationProvider implements ObservationProvider {
  private static final String ROWS = "1000";
  private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:Q([1-4])|M(0[1-9]|1[0-2]))?");
  private static final int MONTHS_A_QUARTER = 3;

  private final ProviderAccess access;
  private final AnswerPolicy answers;
  private final SeriesFields fields = new SeriesFields(WorldBankAnswers.PROVIDER);

  public WorldBankObservationProvider(ProviderAccess access) {
    this.access = access;
    this.answers = new WorldBankAnswers(access.clock());
  }

  @Override
  public SeriesValues observations(SeriesQuery query)
      throws ProviderException, InterruptedException {
    List<SeriesValue> values = new ArrayList<>();
    long pages = 1;
    for (int page = 1; page <= pages; page++) {
      JsonNode answer = page(query, page);
      Long told = Json.count(answer.at("/0/pages"));
      pages = told == null ? 1 : told;
      for (JsonNode row : answer.path(1)) {
        String country = row.path("countryiso3code").asText();
        if (country.isEmpty() || country.equals(query.country())) {
          values.add(value(row, query.frequency()));
        }
      }
    }
    if (values.isEmpty()) {
      throw new ProviderException(
          WorldBankAnswers.PROVIDER, FailureKind.NOT_FOUND, "no rows of " + query.country());
    }
    return fields.current(values);
  }

  private JsonNode page(SeriesQuery query, int page)
      throws ProviderException, InterruptedException {
    HttpUrl url =
        access
            .url("worldbank.baseUrl", "country")
            .addPathSegment(query.country())
            .addPathSegment("indicator")
            .addPathSegment(query.series())
            .addQueryParameter("format", "json")
            .addQueryParameter("per_page", ROWS)
            .addQueryParameter("page", Integer.toString(page))
            .build();
    return Json.parse(WorldBankAnswers.PROVIDER, access.http().get(url, answers));
  }

  private SeriesValue value(JsonNode row, Frequency wanted) throws ProviderException {
    Matcher period = PERIOD.matcher(row.path("date").asText());
    if (!period.matches() || frequency(period) != wanted) {
      throw fields.malformed("a row whose date is no period of the frequency " + wanted.word());
    }
    int month = period.group(3) == null ? 1 : Integer.parseInt(period.group(3));
    if (period.group(2) != null) {
      month = MONTHS_A_QUARTER * Integer.parseInt(period.group(2)) - 2;
    }
    LocalDate date = LocalDate.of(Integer.parseInt(period.group(1)), month, 1);
    return new SeriesValue(date, fields.value(row.path("value")), null);
  }

  private static Frequency frequency(Matcher period) {
    if (period.group(2) != null) {
      return Frequency.QUARTERLY;
    }
    return period.group(3) == null ? Frequency.ANNUAL : Frequency.MONTHLY;
  }
}
