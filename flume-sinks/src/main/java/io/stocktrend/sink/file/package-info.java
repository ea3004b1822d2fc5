/**
 * Sinks into files: one part file per partition and batch, published whole, with a replay fence
 * against what a channel delivers again. A format knows nothing of stores, a store nothing of
 * formats.
 */
package io.stocktrend.sink.file;
