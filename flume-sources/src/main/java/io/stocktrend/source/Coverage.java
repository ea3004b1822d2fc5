package io.stocktrend.source;

import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * What a source should have and what is known of its work.
 *
 * @param state the folder of its run log
 * @param collected whether a row of that natural key went into its channel
 * @param hasHistory whether its providers can be asked for the past
 */
public record Coverage(
    Path state, Expected expected, Predicate<String> collected, boolean hasHistory) {}
