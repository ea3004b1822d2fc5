package io.stocktrend.source.provider;

import java.time.Instant;

/**
 * One bar as a provider gave it.
 *
 * @param start when it begins
 * @param knownAt its end for a final bar, the last trade for a running one
 * @param isFinal whether it is over and settled
 */
public record Bar(Instant start, Instant knownAt, boolean isFinal, BarValues values) {}
