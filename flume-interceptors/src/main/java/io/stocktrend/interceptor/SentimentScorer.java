package io.stocktrend.interceptor;

import io.stocktrend.interceptor.sentiment.Sentiment;
import io.stocktrend.interceptor.sentiment.SentimentEngine;
import io.stocktrend.interceptor.sentiment.SentimentLabel;
import io.stocktrend.record.Article;
import org.apache.avro.generic.GenericRecord;

/** Scores the text of an {@link Article} and writes the outcome into its three columns. */
final class SentimentScorer {
  private final SentimentEngine engine;
  private final ArticleText text;
  private final String model;

  SentimentScorer(SentimentEngine engine, ArticleText text) {
    this.engine = engine;
    this.text = text;
    this.model = engine.name() + '/' + engine.version();
  }

  void score(GenericRecord article) {
    Sentiment sentiment = engine.score(text(article, "headline"));
    if (text == ArticleText.SUMMARY_IF_NEUTRAL && sentiment.label() == SentimentLabel.NEUTRAL) {
      sentiment = engine.score(text(article, "summary"));
    }
    article.put("sentiment_score", sentiment.score());
    article.put("sentiment_label", sentiment.label().name());
    article.put("sentiment_model", model);
  }

  private static String text(GenericRecord article, String field) {
    Object value = article.get(field);
    return value == null ? "" : value.toString();
  }
}
