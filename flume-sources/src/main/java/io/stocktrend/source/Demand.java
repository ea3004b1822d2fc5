package io.stocktrend.source;

/**
 * What one round of a source asks of one provider, without retries and further pages.
 *
 * @param requests in one round, if this provider serves all of it
 * @param perDay how many requests its limit allows in any 24 hours; 0 is no limit
 * @param share whether it is always asked, serves for those before it, or keeps within its day
 */
public record Demand(String provider, int requests, int perDay, Share share) {
  /** The part that a provider has in a round. */
  public enum Share {
    /** It is asked in every round. */
    ALWAYS,
    /** It is asked for what the providers before it do not answer. */
    STAND_IN,
    /** It is asked as often as its limit of a day allows, and the rest in later rounds. */
    SPREAD
  }
}
