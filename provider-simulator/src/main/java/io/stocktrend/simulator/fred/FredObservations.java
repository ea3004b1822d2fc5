package io.stocktrend.simulator.fred;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Economy;
import io.stocktrend.simulator.market.Vintage;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Request;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * {@code series/observations}: every value that was valid on a day of the window, its days of
 * validity cut to the window.
 */
final class FredObservations {

  private static final int MOST_VINTAGES = 2000;
  private static final int MOST_ROWS = 100_000;
  private static final LocalDate FIRST = LocalDate.of(1776, 7, 4);

  private final Economy economy;

  FredObservations(Economy economy) {
    this.economy = economy;
  }

  Answer answer(Request request) {
    FredQuery query = FredQuery.of(request, economy);
    List<Vintage> published = economy.vintages(query.series(), query.today());
    checkArchive(query, published);
    LocalDate first = FredQuery.date(request, "observation_start", FIRST);
    LocalDate last = FredQuery.date(request, "observation_end", Vintage.OPEN);
    List<Vintage> rows =
        published.stream()
            .filter(v -> !v.from().isAfter(query.to()) && !v.to().isBefore(query.from()))
            .filter(v -> !v.date().isBefore(first) && !v.date().isAfter(last))
            .toList();
    return page(request, query, rows);
  }

  Answer empty(Request request) {
    return page(request, FredQuery.of(request, economy), List.of());
  }

  private static void checkArchive(FredQuery query, List<Vintage> published) {
    if (published.stream().noneMatch(v -> !v.from().isAfter(query.to()))) {
      throw new FredRefusal(
          "The series does not exist in ALFRED but may exist in FRED.  Try setting realtime_start"
              + " and realtime_end to today's date.");
    }
    long vintages =
        published.stream()
            .map(Vintage::from)
            .filter(day -> !day.isBefore(query.from()) && !day.isAfter(query.to()))
            .distinct()
            .count();
    if (vintages > MOST_VINTAGES) {
      throw new FredRefusal(
          "There are %d vintage dates in the specified real-time period: %s to %s.  This exceeds the maximum number of vintage dates allowed for this file type (%d)."
              .formatted(vintages, query.from(), query.to(), MOST_VINTAGES));
    }
  }

  private static Answer page(Request request, FredQuery query, List<Vintage> rows) {
    int limit = request.parameter("limit").map(Integer::parseInt).orElse(MOST_ROWS);
    int offset = request.parameter("offset").map(Integer::parseInt).orElse(0);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("realtime_start", query.from().toString())
        .put("realtime_end", query.to().toString())
        .put("observation_start", request.parameter("observation_start").orElse("1600-01-01"))
        .put("observation_end", request.parameter("observation_end").orElse("9999-12-31"))
        .put("units", "lin")
        .put("output_type", 1)
        .put("file_type", request.parameter("file_type").orElse("xml"))
        .put("order_by", "observation_date")
        .put("sort_order", "asc")
        .put("count", rows.size())
        .put("offset", offset)
        .put("limit", limit);
    ArrayNode observations = json.putArray("observations");
    rows.stream().skip(offset).limit(limit).forEach(v -> add(query, v, observations.addObject()));
    return FredFormat.answer(request, json, "observations", "observation");
  }

  private static void add(FredQuery query, Vintage vintage, ObjectNode row) {
    LocalDate from = vintage.from().isBefore(query.from()) ? query.from() : vintage.from();
    LocalDate to = vintage.to().isAfter(query.to()) ? query.to() : vintage.to();
    row.put("realtime_start", from.toString())
        .put("realtime_end", to.toString())
        .put("date", vintage.date().toString())
        .put("value", text(vintage.value(), query.series().shape().decimals()));
  }

  private static String text(Double value, int decimals) {
    return value == null
        ? "."
        : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
