/** Finnhub: quote, company profile and metrics. */
package io.stocktrend.simulator.finnhub;
