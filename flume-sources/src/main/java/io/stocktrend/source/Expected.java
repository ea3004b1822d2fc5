package io.stocktrend.source;

import io.stocktrend.record.Dataset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a source is to collect.
 *
 * @param items what each round asks for on a day: symbols, indicators or kinds, named as in the run
 *     log
 * @param bars of which each item is to have every one; empty where only the rounds can be told
 */
public record Expected(
    Dataset dataset, Function<LocalDate, List<String>> items, Optional<BarGrid> bars) {}
