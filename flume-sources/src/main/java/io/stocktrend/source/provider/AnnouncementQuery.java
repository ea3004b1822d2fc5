package io.stocktrend.source.provider;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * What is asked for.
 *
 * @param since day from which rows are wanted, where the provider's answers can be narrowed by day
 * @param isKnown whether the announcement of that natural key was emitted; one that is never
 *     revised need not be asked for again
 */
public record AnnouncementQuery(
    AnnouncementKind kind, LocalDate since, Predicate<String> isKnown) {}
