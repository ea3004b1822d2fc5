/**
 * The synthetic market that every simulated provider answers from: prices, bars and fundamentals as
 * a pure function of seed, company and instant.
 */
package io.stocktrend.simulator.market;
