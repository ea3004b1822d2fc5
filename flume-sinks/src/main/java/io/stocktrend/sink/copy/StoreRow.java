package io.stocktrend.sink.copy;

import java.util.List;

/**
 * One row as a store holds it, whichever store that is.
 *
 * @param id the {@code record_id}
 * @param collectedAt microseconds since the epoch
 * @param values of the columns in the order of the schema: texts, whole numbers ({@code Long}, also
 *     for times in microseconds and dates in days), {@code Double}, {@code Boolean}, lists and
 *     maps, or null
 */
public record StoreRow(String id, long collectedAt, List<Object> values) {}
