/** Copies of the Parquet primary: making them again, and comparing them with it. */
package io.stocktrend.sink.copy;
