package io.stocktrend.source.provider;

import java.time.LocalDate;

/**
 * Which observations are wanted.
 *
 * @param series the provider's name of the series
 * @param country ISO 3166-1 alpha-3
 * @param frequency of the observations; an answer of another one is refused
 * @param since releases up to and including that day are left out, because they are known; null for
 *     the whole history
 */
public record SeriesQuery(String series, String country, Frequency frequency, LocalDate since) {}
