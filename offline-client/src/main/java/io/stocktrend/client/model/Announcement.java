package io.stocktrend.client.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An act or publication of the Federal Reserve or the Treasury. A row of {@code policy_data}:
 * {@code stocktrend schema policy_data} tells what each column means.
 */
public record Announcement(
    String recordId,
    Instant eventTime,
    Instant knownAt,
    Instant collectedAt,
    String provider,
    String kind,
    String title,
    String summary,
    String url,
    String speaker,
    LocalDate startsOn,
    LocalDate endsOn,
    Boolean hasProjections,
    Double rateLower,
    Double rateUpper,
    Map<String, Double> values,
    List<String> relatedSymbols) {}
