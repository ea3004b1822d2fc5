/**
 * {@code stocktrend gaps} and {@code stocktrend backfill}: what is missing, why, and how it is
 * asked for.
 */
package io.stocktrend.agent.gaps;
