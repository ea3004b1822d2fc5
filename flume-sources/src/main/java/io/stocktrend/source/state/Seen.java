package io.stocktrend.source.state;

import java.time.LocalDate;

/**
 * What is remembered of a key.
 *
 * @param fingerprint of the values last emitted, empty for an alias and for a fact that is told
 *     once
 * @param day the UTC day on which the key was last met
 */
record Seen(String fingerprint, LocalDate day) {}
