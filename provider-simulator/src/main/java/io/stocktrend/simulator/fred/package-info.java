/** FRED: observations in their vintages, refusals as 400, XML unless JSON is asked for. */
package io.stocktrend.simulator.fred;
