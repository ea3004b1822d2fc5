/** Compaction: the part files of a finished day become one, while readers see the same rows. */
package io.stocktrend.sink.compact;
