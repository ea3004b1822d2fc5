/**
 * The Parquet primary as it lies on the disk: its days, their part files, and the rows in these.
 */
package io.stocktrend.sink.primary;
