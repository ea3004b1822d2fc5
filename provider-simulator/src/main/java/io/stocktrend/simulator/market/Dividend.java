package io.stocktrend.simulator.market;

/**
 * A dividend of one quarter.
 *
 * @param exSession the first session without a claim to it
 * @param amount dollars per share
 */
public record Dividend(Session exSession, double amount) {}
