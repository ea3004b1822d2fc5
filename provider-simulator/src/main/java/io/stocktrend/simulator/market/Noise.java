package io.stocktrend.simulator.market;

/**
 * Repeatable pseudo-random figures: the same seed and position give the same figure, in any order.
 */
public final class Noise {

  private static final double LONGEST_PERIOD = 512;
  private static final double PERIOD_STEP = 5;
  private static final int OCTAVES = 8;

  private Noise() {}

  /** A figure in [0, 1) for one position. */
  public static double uniform(long seed, long position) {
    return (mix(seed ^ mix(position)) >>> 11) * 0x1.0p-53;
  }

  /** A seed of its own for a name. */
  public static long seed(long seed, String name) {
    long mixed = mix(seed);
    for (int i = 0; i < name.length(); i++) {
      mixed = mix(mixed ^ name.charAt(i));
    }
    return mixed;
  }

  /**
   * Adds a continuous random path, sampled at the given times, to {@code path}. Its spread over a
   * time span grows with the root of the span, as a price's does, but it never strays for good.
   */
  static void addPath(long seed, double[] times, double[] path) {
    double period = LONGEST_PERIOD;
    for (int octave = 0; octave < OCTAVES; octave++) {
      addOctave(mix(seed + octave), period, times, path);
      period /= PERIOD_STEP;
    }
  }

  private static void addOctave(long seed, double period, double[] times, double[] path) {
    double amplitude = Math.sqrt(period);
    long cell = Long.MIN_VALUE;
    double left = 0;
    double right = 0;
    for (int i = 0; i < times.length; i++) {
      double position = times[i] / period;
      long here = (long) Math.floor(position);
      if (here != cell) {
        cell = here;
        left = 2 * uniform(seed, cell) - 1;
        right = 2 * uniform(seed, cell + 1) - 1;
      }
      path[i] += amplitude * (left + (right - left) * smooth(position - cell));
    }
  }

  private static double smooth(double x) {
    return x * x * (3 - 2 * x);
  }

  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
