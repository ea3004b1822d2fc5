package io.stocktrend.simulator.finnhub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Companies;
import io.stocktrend.simulator.market.Newsroom;
import io.stocktrend.simulator.market.Story;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * {@code /company-news}: a bare array, newest first. Of some stories there is a second copy with
 * another id and address, or a later one of another publisher; some addresses are redirects.
 */
final class CompanyNews implements Handler {

  private static final long COPY = 1;
  private static final long REPRINT = 2;
  private static final long REDIRECT = 3;
  private static final Duration REPRINT_DELAY = Duration.ofMinutes(25);

  private final Companies companies;
  private final Newsroom newsroom;

  CompanyNews(Companies companies, Newsroom newsroom) {
    this.companies = companies;
    this.newsroom = newsroom;
  }

  @Override
  public Answer answer(Request request) {
    Optional<LocalDate> from = date(request, "from");
    Optional<LocalDate> to = date(request, "to");
    if (from.isEmpty() || to.isEmpty() || request.parameter("symbol").isEmpty()) {
      return Answer.json(
          422, JsonNodeFactory.instance.objectNode().put("error", "Wrong parameters"));
    }
    Instant end = to.get().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    Instant now = request.receivedAt();
    return Answer.json(
        200, news(request, from.get().atStartOfDay(ZoneOffset.UTC).toInstant(), min(end, now)));
  }

  /** Nothing is known of the symbol, or nothing was published. */
  static Answer empty(Request request) {
    return Answer.json(200, JsonNodeFactory.instance.arrayNode());
  }

  private ArrayNode news(Request request, Instant from, Instant to) {
    ArrayNode news = JsonNodeFactory.instance.arrayNode();
    List<Story> stories =
        request
            .parameter("symbol")
            .flatMap(companies::find)
            .map(company -> newsroom.stories(company, from, to))
            .orElse(List.of());
    for (Story story : newestFirst(stories)) {
      add(news, story, to);
    }
    return news;
  }

  private static void add(ArrayNode news, Story story, Instant to) {
    Instant later = story.published().plus(REPRINT_DELAY);
    if (story.isOneIn(10, REPRINT) && !later.isAfter(to)) {
      put(news, story, 1)
          .put("datetime", later.getEpochSecond())
          .put("headline", story.headline() + " - " + story.publisher(1))
          .put("source", story.publisher(1))
          .put("url", story.url() + "/reprint");
    }
    if (story.isOneIn(5, COPY)) {
      put(news, story, 2).put("url", story.url() + "/en");
    }
    put(news, story, 0);
  }

  private static ObjectNode put(ArrayNode news, Story story, int copy) {
    long id = story.number() * 4 + copy;
    String redirect = "https://finnhub.io/api/news?id=" + Long.toHexString(id);
    return news.addObject()
        .put("category", "company")
        .put("datetime", story.published().getEpochSecond())
        .put("headline", story.headline())
        .put("id", id)
        .put("image", "")
        .put("related", story.company().symbol())
        .put("source", story.publisher())
        .put("summary", story.summary())
        .put("url", story.isOneIn(3, REDIRECT) ? redirect : story.url());
  }

  private static List<Story> newestFirst(List<Story> stories) {
    List<Story> reversed = new ArrayList<>(stories);
    Collections.reverse(reversed);
    return reversed;
  }

  private static Optional<LocalDate> date(Request request, String name) {
    try {
      return request.parameter(name).map(LocalDate::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
