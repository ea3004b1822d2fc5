/** The Federal Reserve's calendar page, statement pages and feeds, as the agents see them. */
package io.stocktrend.simulator.federalreserve;
