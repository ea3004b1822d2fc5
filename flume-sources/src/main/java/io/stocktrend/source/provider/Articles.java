package io.stocktrend.source.provider;

import io.stocktrend.record.Article;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a provider answered to one request.
 *
 * @param stories with everything but identity and times of collection
 * @param from from when on the answer has everything that the provider has
 * @param until up to when; what was published later may come to be known later
 * @param leftOut how many items were no stories, by the reason
 */
public record Articles(
    List<Article.Builder> stories, Instant from, Instant until, Map<String, Integer> leftOut) {}
