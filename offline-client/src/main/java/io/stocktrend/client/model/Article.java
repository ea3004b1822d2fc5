package io.stocktrend.client.model;

import java.time.Instant;

/**
 * A story about one company, or about the market where {@code symbol} is null, with its sentiment.
 * A row of {@code news_data}: {@code stocktrend schema news_data} tells what each column means.
 */
public record Article(
    String recordId,
    Instant eventTime,
    Instant knownAt,
    Instant collectedAt,
    String provider,
    String symbol,
    String headline,
    String summary,
    String publisher,
    String url,
    String category,
    Double sentimentScore,
    String sentimentLabel,
    String sentimentModel) {}
