package io.stocktrend.client.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A value of a macroeconomic series as one vintage has it. A row of {@code macroeconomic_data}:
 * {@code stocktrend schema macroeconomic_data} tells what each column means.
 */
public record Observation(
    String recordId,
    Instant eventTime,
    Instant knownAt,
    Instant collectedAt,
    String provider,
    String indicator,
    String seriesId,
    String country,
    LocalDate observationDate,
    Double value,
    String unit,
    String frequency,
    LocalDate realtimeStart,
    LocalDate realtimeEnd,
    List<String> relatedSymbols) {}
