package io.stocktrend.source.provider.treasury;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.ProviderAccess;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Data sets of the fiscal data service, page by page. The link to the next page is only a fragment
 * of a query, to be appended to the one that was asked.
 */
final class FiscalData {
  private static final Pattern FRAGMENT =
      Pattern.compile("(&[A-Za-z0-9%_.\\[\\]-]+=[A-Za-z0-9]+)+");
  private static final int MOST_PAGES = 200;

  private final ProviderAccess access;
  private final StatusPolicy statuses;

  FiscalData(ProviderAccess access, StatusPolicy statuses) {
    this.access = access;
    this.statuses = statuses;
  }

  /** All rows of a data set since that day, in the order of their days. */
  List<JsonNode> rows(String dataset, LocalDate since)
      throws ProviderException, InterruptedException {
    HttpUrl all =
        access
            .url("treasury.fiscalDataUrl", dataset)
            .addQueryParameter("filter", "record_date:gte:" + since)
            .addQueryParameter("sort", "record_date")
            .build();
    HttpUrl page =
        all.newBuilder()
            .addQueryParameter("page[number]", "1")
            .addQueryParameter("page[size]", "100")
            .build();
    List<JsonNode> rows = new ArrayList<>();
    Set<HttpUrl> asked = new HashSet<>();
    while (asked.add(page) && asked.size() <= MOST_PAGES) {
      JsonNode json = Json.parse(TreasuryRows.PROVIDER, access.http().get(page, this::check));
      json.path("data").forEach(rows::add);
      String next = Json.text(json.path("links").path("next"));
      if (next == null) {
        return whole(rows, json);
      }
      page = next(all, next);
    }
    throw malformed("pages without end");
  }

  /** Fewer rows than the service counts would leave a hole that nobody sees. */
  private static List<JsonNode> whole(List<JsonNode> rows, JsonNode lastPage)
      throws ProviderException {
    Long total = Json.count(lastPage.path("meta").path("total-count"));
    if (total != null && rows.size() < total) {
      throw malformed(rows.size() + " of " + total + " rows, and no link to the next");
    }
    return rows;
  }

  /** Nothing but a query may come with a link, so that it leads nowhere else. */
  private static HttpUrl next(HttpUrl all, String fragment) throws ProviderException {
    if (!FRAGMENT.matcher(fragment).matches()) {
      throw malformed("a link to the next page that is no part of a query");
    }
    return all.newBuilder().encodedQuery(all.encodedQuery() + fragment).build();
  }

  private void check(Answer answer) throws ProviderException {
    statuses.check(answer);
    Optional<JsonNode> json = Json.tryParse(answer);
    boolean isPage =
        json.isPresent()
            && json.get().path("data").isArray()
            && json.get().path("meta").isObject()
            && json.get().path("links").isObject();
    if (!isPage) {
      throw malformed("an answer without data, meta and links");
    }
  }

  private static ProviderException malformed(String detail) {
    return new ProviderException(TreasuryRows.PROVIDER, FailureKind.MALFORMED, detail);
  }
}
