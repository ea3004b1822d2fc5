/** Writes to the Parquet primary beside a running agent. */
package io.stocktrend.agent.primary;
