/** Finnhub: quotes, company profiles and metrics, with a key. */
package io.stocktrend.source.provider.finnhub;
