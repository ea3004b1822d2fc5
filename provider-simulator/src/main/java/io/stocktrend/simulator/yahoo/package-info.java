/** Yahoo Finance: cookie, crumb, quote, quoteSummary and chart. */
package io.stocktrend.simulator.yahoo;
