package io.stocktrend.simulator.treasury;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;

/** One page of a data set; the links to the others are fragments of a query. */
final class FiscalPage {

  private static final String SINCE = "record_date:gte:";

  private FiscalPage() {}

  static Answer of(Request request, BiFunction<LocalDate, Instant, List<ObjectNode>> dataset) {
    String filter = request.parameter("filter").orElse("");
    LocalDate since =
        filter.startsWith(SINCE)
            ? LocalDate.parse(filter.substring(SINCE.length()))
            : LocalDate.EPOCH;
    List<ObjectNode> rows = new ArrayList<>(dataset.apply(since, request.receivedAt()));
    if (request.parameter("sort").orElse("").startsWith("-")) {
      Collections.reverse(rows);
    }
    return page(rows, number(request, "page[number]", 1), number(request, "page[size]", 100));
  }

  private static int number(Request request, String name, int otherwise) {
    return request.parameter(name).map(Integer::parseInt).orElse(otherwise);
  }

  private static Answer page(List<ObjectNode> rows, int number, int size) {
    int pages = Math.max(1, (rows.size() + size - 1) / size);
    int from = Math.min(rows.size(), (number - 1) * size);
    List<ObjectNode> some = rows.subList(from, Math.min(rows.size(), from + size));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("data").addAll(some);
    json.putObject("meta")
        .put("count", some.size())
        .put("total-count", rows.size())
        .put("total-pages", pages);
    json.putObject("links")
        .put("self", fragment(number, size))
        .put("first", fragment(1, size))
        .put("prev", number > 1 ? fragment(number - 1, size) : null)
        .put("next", number < pages ? fragment(number + 1, size) : null)
        .put("last", fragment(pages, size));
    return Answer.json(200, json);
  }

  private static String fragment(int number, int size) {
    return "&page%5Bnumber%5D=" + number + "&page%5Bsize%5D=" + size;
  }
}
