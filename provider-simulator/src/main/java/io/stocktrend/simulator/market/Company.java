package io.stocktrend.simulator.market;

/**
 * A listed company of the synthetic market.
 *
 * @param symbol ticker with a dot before a share class, e.g. {@code BRK.B}
 * @param name the real name, without a mark
 * @param sector GICS sector
 * @param nasdaq listed at Nasdaq; else at the New York Stock Exchange
 */
public record Company(
    String symbol, String name, String sector, boolean nasdaq, Fundamentals fundamentals) {

  /** The name as providers give it, marked as synthetic. */
  public String markedName() {
    return name + " (synthetic)";
  }
}
