/**
 * The part that all sinks share: one transaction loop that takes a batch, hands it to a batch
 * writer, sets aside what no retry can save, and commits only what is durable.
 */
package io.stocktrend.sink.batch;
