/** Alpha Vantage: GLOBAL_QUOTE and OVERVIEW, every value a text. */
package io.stocktrend.simulator.alphavantage;
