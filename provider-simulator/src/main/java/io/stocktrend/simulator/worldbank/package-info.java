/** The World Bank: arrays of two, refusals with status 200, years newest first. */
package io.stocktrend.simulator.worldbank;
