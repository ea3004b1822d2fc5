package io.stocktrend.source.state;

import java.time.LocalDate;

/**
 * What is remembered of a key.
 *
 * @param fingerprint of the values last emitted, empty for a key that has none of its own
 * @param day the UTC day on which the key was last met
 */
record Seen(String fingerprint, LocalDate day) {}
