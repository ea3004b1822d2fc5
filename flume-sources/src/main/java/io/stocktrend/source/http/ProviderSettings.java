package io.stocktrend.source.http;

import java.time.Duration;
import java.time.ZoneId;

/**
 * The limits that one provider is asked within.
 *
 * @param provider its name in keys and messages, such as {@code finnhub}
 * @param requestsPerSecond at most so many in any second; below 1, one in {@code 1/n} seconds;
 *     fractions above 1 are rounded down; 0 is no limit
 * @param requestsPerMinute at most so many in any minute; 0 is no limit
 * @param requestsPerDay at most so many in any 24 hours; 0 is no limit
 * @param timeZone the zone whose midnight ends the block after the provider said that its day is
 *     spent
 * @param timeout the longest time that one request may take
 * @param maxAttempts how often a transient failure is tried, the first time included
 */
public record ProviderSettings(
    String provider,
    double requestsPerSecond,
    int requestsPerMinute,
    int requestsPerDay,
    ZoneId timeZone,
    Duration timeout,
    int maxAttempts) {}
