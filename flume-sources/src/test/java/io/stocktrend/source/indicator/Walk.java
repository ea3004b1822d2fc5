package io.stocktrend.source.indicator;

import java.util.SplittableRandom;

/** Random series of prices, the same for the same seed. */
final class Walk {
  private Walk() {}

  /** Closes to the cent that wander by some percent a bar, with stretches of standstill. */
  static double[] of(long seed, int bars) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] closes = new double[bars];
    double price = 20 + random.nextInt(400);
    for (int i = 0; i < bars; i++) {
      boolean moves = random.nextInt(8) > 0;
      price = moves ? Math.max(1, price * (1 + (random.nextDouble() - 0.495) / 20)) : price;
      closes[i] = Math.round(price * 100) / 100.0;
    }
    return closes;
  }
}
