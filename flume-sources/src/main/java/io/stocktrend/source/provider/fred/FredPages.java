package io.stocktrend.source.provider.fred;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.ProviderAccess;
import io.stocktrend.source.provider.SeriesFields;
import io.stocktrend.source.provider.SeriesValue;
import io.stocktrend.source.provider.SeriesValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/** Asks {@code series/observations} page by page. */
final class FredPages {
  // FRED gives up to 100,000 rows; this many keep an answer within a few megabytes of memory.
  static final int ROWS = 20_000;

  private final ProviderAccess access;
  private final AnswerPolicy answers;
  private final SeriesFields fields = new SeriesFields(FredAnswers.PROVIDER);

  FredPages(ProviderAccess access) {
    this.access = access;
    this.answers = new FredAnswers(access.clock());
  }

  /**
   * What a window of days holds.
   *
   * @param isTooMuch whether it holds more vintages than FRED gives at once
   * @param isArchived whether the archive has anything of the series in it
   */
  record Found(boolean isTooMuch, boolean isArchived, List<SeriesValue> values) {}

  /** Every value that was valid on one of the days, each with the first of them that it was. */
  Found vintages(String series, FredObservationProvider.Window window)
      throws ProviderException, InterruptedException {
    HttpUrl url =
        url(series)
            .addQueryParameter("realtime_start", window.from().toString())
            .addQueryParameter("realtime_end", window.to().toString())
            .build();
    List<SeriesValue> values = new ArrayList<>();
    for (boolean more = true; more; ) {
      Answer answer = page(url, values.size());
      if (!answer.isSuccess()) {
        return new Found(FredAnswers.hasTooManyVintages(answer), false, List.of());
      }
      more = read(answer, true, values);
    }
    return new Found(false, true, values);
  }

  /** The values of today, without vintages. */
  SeriesValues current(String series) throws ProviderException, InterruptedException {
    List<SeriesValue> values = new ArrayList<>();
    for (boolean more = true; more; ) {
      Answer answer = page(url(series).build(), values.size());
      if (!answer.isSuccess()) {
        throw fields.malformed("a refusal of vintages that were not asked for");
      }
      more = read(answer, false, values);
    }
    return fields.current(values);
  }

  private Answer page(HttpUrl url, int offset) throws ProviderException, InterruptedException {
    HttpUrl page =
        url.newBuilder()
            .addQueryParameter("limit", Integer.toString(ROWS))
            .addQueryParameter("offset", Integer.toString(offset))
            .build();
    return access.http().get(page, answers);
  }

  private HttpUrl.Builder url(String series) {
    return access
        .url("fred.baseUrl", "series/observations")
        .addQueryParameter("series_id", series)
        .addQueryParameter("api_key", access.apiKey())
        .addQueryParameter("file_type", "json");
  }

  /**
   * Adds the page's rows; whether there may be more pages. Fewer rows than FRED counts would be a
   * hole that no later round asks about.
   */
  private boolean read(Answer answer, boolean hasVintages, List<SeriesValue> values)
      throws ProviderException {
    JsonNode page = Json.parse(FredAnswers.PROVIDER, answer);
    JsonNode rows = page.path("observations");
    for (JsonNode row : rows) {
      LocalDate released = hasVintages ? fields.date(row.path("realtime_start")) : null;
      LocalDate date = fields.date(row.path("date"));
      values.add(new SeriesValue(date, fields.value(row.path("value")), released));
    }
    Long all = Json.count(page.path("count"));
    if (all == null && values.isEmpty()) {
      throw fields.malformed("an answer with neither rows nor their count");
    }
    if (all == null) {
      return rows.size() == ROWS;
    }
    if (rows.isEmpty() && values.size() < all) {
      throw fields.malformed(values.size() + " of " + all + " rows, and no more to be had");
    }
    return values.size() < all;
  }
}
