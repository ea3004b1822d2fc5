package io.stocktrend.source.provider.finnhub;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.provider.ArticleReading;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.PlainText;
import java.time.Instant;

/** Reads Finnhub's stories. Its ids are not kept: one story has several. */
final class FinnhubArticleReader {
  private FinnhubArticleReader() {}

  static ArticleReading read(String symbol, JsonNode news, Instant now) {
    ArticleReading reading = new ArticleReading(FinnhubAnswers.PROVIDER, now);
    for (JsonNode item : news) {
      String headline = PlainText.of(item.path("headline"));
      Instant published = Json.epochSeconds(item.path("datetime"));
      String fault = reading.fault(headline, published);
      if (fault != null) {
        reading.leaveOut(fault);
        continue;
      }
      reading.add(
          reading
              .story(headline, published)
              .setSymbol(symbol)
              .setSummary(PlainText.of(item.path("summary")))
              .setPublisher(PlainText.of(item.path("source")))
              .setUrl(Json.text(item.path("url")))
              .setCategory(Json.text(item.path("category"))));
    }
    return reading;
  }
}
