package io.stocktrend.simulator.market;

import java.util.List;

/**
 * A macroeconomic series.
 *
 * @param id FRED's name of it, or the World Bank's
 * @param shape how its values move
 * @param lags days from a period's end to its releases, of which each revises the one before
 */
public record EconomicSeries(
    String id, String title, String units, Cadence cadence, Shape shape, List<Integer> lags) {

  /**
   * How values move.
   *
   * @param level in 2015
   * @param growth a year, as a fraction; 0 for a rate, which swings in its own units
   * @param swing the most it strays, as a fraction of a level or in a rate's units
   */
  public record Shape(double level, double growth, double swing, int decimals) {}

  static EconomicSeries rate(String id, String title, Cadence cadence, double level, int lag) {
    Shape shape = new Shape(level, 0, level / 2, 2);
    return new EconomicSeries(id, title, "Percent", cadence, shape, List.of(lag));
  }

  static EconomicSeries revised(
      String id, String title, String units, Cadence cadence, Shape shape) {
    List<Integer> lags = cadence == Cadence.WEEK ? List.of(5, 12) : List.of(12, 42, 73);
    List<Integer> quarterly = List.of(29, 58, 88);
    boolean isLong = cadence == Cadence.QUARTER || cadence == Cadence.YEAR;
    return new EconomicSeries(id, title, units, cadence, shape, isLong ? quarterly : lags);
  }

  static EconomicSeries once(String id, String title, String units, Cadence cadence, Shape shape) {
    return new EconomicSeries(id, title, units, cadence, shape, List.of(12));
  }

  boolean isRate() {
    return shape.growth() == 0;
  }
}
