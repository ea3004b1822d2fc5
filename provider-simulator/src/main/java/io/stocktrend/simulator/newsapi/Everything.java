package io.stocktrend.simulator.newsapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Companies;
import io.stocktrend.simulator.market.Company;
import io.stocktrend.simulator.market.Newsroom;
import io.stocktrend.simulator.market.Story;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /everything}: the stories whose companies a query of names joined by OR mentions, newest
 * first. It has two of three stories, under titles that end with the publisher and addresses with
 * tracking parameters; now and then one was removed.
 */
final class Everything {

  static final int DEFAULT_SIZE = 20;

  private static final int MOST_A_PAGE = 100;
  private static final int LONGEST_QUERY = 500;
  private static final int CONTENT = 200;
  private static final long NOT_HERE = 4;
  private static final long REMOVED = 5;
  private static final Duration MONTH = Duration.ofDays(30);

  private final Companies companies;
  private final Newsroom newsroom;

  Everything(Companies companies, Newsroom newsroom) {
    this.companies = companies;
    this.newsroom = newsroom;
  }

  /** What had been published until then. */
  Answer answer(Request request, Instant latest) {
    Optional<String> query = request.parameter("q");
    if (query.isEmpty()) {
      return NewsApiRefusals.parametersMissing();
    }
    int size = number(request, "pageSize", DEFAULT_SIZE);
    int page = number(request, "page", 1);
    if (query.get().length() > LONGEST_QUERY) {
      return NewsApiRefusals.parameterInvalid("q");
    }
    if (size < 1 || size > MOST_A_PAGE || page < 1) {
      return NewsApiRefusals.parameterInvalid("pageSize");
    }
    List<Story> found = found(request, query.get(), latest);
    return page(found, (page - 1) * size, size);
  }

  static Answer nothing() {
    return page(List.of(), 0, DEFAULT_SIZE);
  }

  /** A number in the query, 0 where it is none. */
  static int number(Request request, String name, int otherwise) {
    String text = request.parameter(name).orElse(Integer.toString(otherwise));
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  private List<Story> found(Request request, String query, Instant latest) {
    Instant from = time(request, "from").orElse(latest.minus(MONTH));
    Instant asked = time(request, "to").orElse(latest);
    Instant to = asked.isBefore(latest) ? asked : latest;
    List<String> terms =
        Stream.of(query.split(" OR ", -1))
            .map(term -> term.replace("\"", "").strip().toLowerCase(Locale.ROOT))
            .filter(term -> !term.isEmpty())
            .toList();
    return companies.all().stream()
        .filter(company -> mentions(company, terms))
        .flatMap(company -> newsroom.stories(company, from, to).stream())
        .filter(story -> !story.isOneIn(3, NOT_HERE))
        .sorted(Comparator.comparing(Story::published).reversed())
        .toList();
  }

  private static boolean mentions(Company company, List<String> terms) {
    String names = company.name() + " (" + company.symbol() + ") " + Newsroom.shortName(company);
    String text = names.toLowerCase(Locale.ROOT);
    return terms.stream().anyMatch(text::contains);
  }

  private static Answer page(List<Story> found, int skip, int size) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("status", "ok").put("totalResults", found.size());
    ArrayNode articles = body.putArray("articles");
    found.stream().skip(skip).limit(size).forEach(story -> put(articles.addObject(), story));
    return Answer.json(200, body);
  }

  private static void put(ObjectNode article, Story story) {
    boolean isRemoved = story.isOneIn(20, REMOVED);
    ObjectNode source = article.putObject("source").putNull("id");
    source.put("name", isRemoved ? "[Removed]" : story.publisher());
    article.putNull("author");
    article.put("title", isRemoved ? "[Removed]" : story.headline() + " - " + story.publisher());
    article.put("description", isRemoved ? "[Removed]" : story.summary());
    article.put(
        "url", isRemoved ? "https://removed.com" : story.url() + "?utm_source=newsapi#story");
    article.putNull("urlToImage");
    article.put("publishedAt", isRemoved ? "1970-01-01T00:00:00Z" : story.published().toString());
    article.put("content", isRemoved ? "[Removed]" : content(story));
  }

  private static String content(Story story) {
    String text = (story.summary() + " ").repeat(5);
    return text.substring(0, CONTENT - 14) + "… [+" + text.length() + " chars]";
  }

  /** A date, or a local time in UTC. */
  private static Optional<Instant> time(Request request, String name) {
    return request
        .parameter(name)
        .map(text -> text.length() == 10 ? text + "T00:00:00" : text.replace("Z", ""))
        .map(text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
  }
}
