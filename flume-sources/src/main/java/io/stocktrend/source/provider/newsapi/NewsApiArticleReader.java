package io.stocktrend.source.provider.newsapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.record.Article;
import io.stocktrend.source.provider.ArticleReading;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Reads NewsAPI's stories: one for each company that its title or description names. The {@code
 * content} is not kept, because it is cut off.
 */
final class NewsApiArticleReader {
  private static final String REMOVED = "[Removed]";

  private final Map<String, CompanyTerms> terms;

  /**
   * @param terms of the companies that were searched for, by symbol
   */
  NewsApiArticleReader(Map<String, CompanyTerms> terms) {
    this.terms = terms;
  }

  ArticleReading read(JsonNode articles, Instant now) {
    ArticleReading reading = new ArticleReading(NewsApiAnswers.PROVIDER, now);
    for (JsonNode item : articles) {
      read(item, reading);
    }
    return reading;
  }

  /** The publication of an item, or null. */
  static Instant published(JsonNode item) {
    String text = Json.text(item.path("publishedAt"));
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      // A time that cannot be read is as good as none, which is what the caller reports.
      return null;
    }
  }

  private void read(JsonNode item, ArticleReading reading) {
    String headline = PlainText.of(item.path("title"));
    Instant published = published(item);
    String fault =
        REMOVED.equals(headline) ? "removed by its publisher" : reading.fault(headline, published);
    if (fault != null) {
      reading.leaveOut(fault);
      return;
    }
    String summary = PlainText.of(item.path("description"));
    List<String> symbols =
        terms.keySet().stream().filter(s -> names(terms.get(s), headline, summary)).toList();
    if (symbols.isEmpty()) {
      reading.leaveOut("names none of the companies");
    }
    for (String symbol : symbols) {
      reading.add(story(reading.story(headline, published), item, summary).setSymbol(symbol));
    }
  }

  private static boolean names(CompanyTerms company, String headline, String summary) {
    return company.isIn(headline) || company.isIn(summary);
  }

  private static Article.Builder story(Article.Builder story, JsonNode item, String summary) {
    return story
        .setSummary(summary)
        .setPublisher(PlainText.of(item.path("source").path("name")))
        .setUrl(Json.text(item.path("url")));
  }
}
