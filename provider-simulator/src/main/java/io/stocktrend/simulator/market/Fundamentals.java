package io.stocktrend.simulator.market;

/**
 * Figures of a company that do not move with the price; per share figures in dollars.
 *
 * @param basePrice the price that the synthetic path moves around
 * @param shares shares outstanding
 * @param eps earnings of the trailing twelve months per share; negative for a loss
 * @param epsForward expected earnings of the next twelve months per share
 * @param dividendRate dividend per share and year; 0 for a company that pays none
 * @param volatility spread of the daily return, as a fraction
 */
public record Fundamentals(
    double basePrice,
    long shares,
    double eps,
    double epsForward,
    double dividendRate,
    double volatility) {

  private static final double MILLION = 1e6;

  /** Whether a dividend is paid. */
  public boolean paysDividend() {
    return dividendRate > 0;
  }

  /**
   * Figures drawn from a seed, of the size usual in the S&amp;P 500; one company in 25 makes a
   * loss.
   */
  static Fundamentals drawn(long seed) {
    double price = Math.rint(25 * Math.pow(20, Noise.uniform(seed, 1)));
    double shares = 80 * MILLION * Math.pow(30, Noise.uniform(seed, 2));
    double earningsYield = 1 / (10 + 35 * Noise.uniform(seed, 3));
    double eps = cents(price * (Noise.uniform(seed, 4) < 0.04 ? -earningsYield : earningsYield));
    double growth = 1 + 0.25 * Noise.uniform(seed, 5);
    double yield = Noise.uniform(seed, 6) < 0.3 ? 0 : 0.004 + 0.036 * Noise.uniform(seed, 7);
    return new Fundamentals(
        price,
        Math.round(shares),
        eps,
        cents(Math.abs(eps) * growth),
        quarterly(price * yield),
        0.008 + 0.01 * Noise.uniform(seed, 8));
  }

  private static double cents(double amount) {
    return Math.rint(amount * 100) / 100;
  }

  private static double quarterly(double amount) {
    return Math.rint(amount * 25) / 25;
  }
}
