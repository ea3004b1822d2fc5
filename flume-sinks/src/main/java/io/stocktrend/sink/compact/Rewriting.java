package io.stocktrend.sink.compact;

import io.stocktrend.sink.file.Encryption;
import io.stocktrend.sink.file.PartFormat;

/**
 * How the file of a day is made of its parts.
 *
 * @param format writes it
 * @param encryption reads it and the parts
 * @param dropSuperseded whether to drop provisional bars that have a final version in the same day
 */
record Rewriting(PartFormat format, Encryption encryption, boolean dropSuperseded) {}
