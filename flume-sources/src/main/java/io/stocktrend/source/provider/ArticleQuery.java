package io.stocktrend.source.provider;

import java.time.Instant;

/**
 * What is wanted: the stories about one company that were published within a span of time.
 *
 * @param symbol as the exchange spells it
 * @param name of the company, empty where it is not known
 * @param from the first instant
 * @param to the last instant
 */
public record ArticleQuery(String symbol, String name, Instant from, Instant to) {}
