package io.stocktrend.simulator.market;

import static io.stocktrend.simulator.market.Cadence.EVERY_DAY;
import static io.stocktrend.simulator.market.Cadence.MONTH;
import static io.stocktrend.simulator.market.Cadence.QUARTER;
import static io.stocktrend.simulator.market.Cadence.WEEK;
import static io.stocktrend.simulator.market.Cadence.WEEKDAY;
import static io.stocktrend.simulator.market.Cadence.YEAR;
import static io.stocktrend.simulator.market.EconomicSeries.once;
import static io.stocktrend.simulator.market.EconomicSeries.rate;
import static io.stocktrend.simulator.market.EconomicSeries.revised;

import io.stocktrend.simulator.market.EconomicSeries.Shape;
import java.util.List;

/** The series of the synthetic economy, at levels as they are in the real one. */
final class EconomicCatalog {

  private static final Shape DOLLARS = new Shape(240_000, 0.04, 0.05, 0);
  private static final Shape PRICES = new Shape(237, 0.03, 0.02, 3);
  private static final Shape PERSONS = new Shape(141_000, 0.012, 0.03, 0);

  static final List<EconomicSeries> ALL =
      List.of(
          rate("FEDFUNDS", "Federal Funds Effective Rate", MONTH, 3.1, 1),
          rate("DFF", "Federal Funds Effective Rate", EVERY_DAY, 3.1, 1),
          rate("DGS3MO", "3-Month Treasury Constant Maturity", WEEKDAY, 3.2, 1),
          rate("DGS2", "2-Year Treasury Constant Maturity", WEEKDAY, 3.5, 1),
          rate("DGS5", "5-Year Treasury Constant Maturity", WEEKDAY, 3.7, 1),
          rate("DGS10", "10-Year Treasury Constant Maturity", WEEKDAY, 4, 1),
          rate("DGS30", "30-Year Treasury Constant Maturity", WEEKDAY, 4.4, 1),
          rate("T10Y2Y", "10-Year Minus 2-Year Treasury", WEEKDAY, 0.5, 1),
          rate("BAA10Y", "Baa Yield Relative to 10-Year Treasury", WEEKDAY, 2, 1),
          rate("T5YIE", "5-Year Breakeven Inflation Rate", WEEKDAY, 2.3, 1),
          rate("T10YIE", "10-Year Breakeven Inflation Rate", WEEKDAY, 2.2, 1),
          rate("VIXCLS", "Volatility Index", WEEKDAY, 18, 1),
          rate("DCOILWTICO", "Crude Oil Prices: West Texas Intermediate", WEEKDAY, 70, 3),
          rate("MORTGAGE30US", "30-Year Fixed Rate Mortgage Average", WEEK, 6, 1),
          revised("UNRATE", "Unemployment Rate", "Percent", MONTH, new Shape(4.4, 0, 1.5, 1)),
          revised("GDP", "Gross Domestic Product", "Billions of Dollars", QUARTER, gdp(18_000)),
          revised("GDPC1", "Real Gross Domestic Product", "Billions", QUARTER, gdp(17_500)),
          revised("GDPCA", "Real Gross Domestic Product", "Billions", YEAR, gdp(17_400)),
          revised("A939RX0Q048SBEA", "Real GDP per Capita", "Dollars", QUARTER, gdp(54_000)),
          revised("INDPRO", "Industrial Production", "Index 2017=100", MONTH, index(100)),
          revised("DGORDER", "New Orders: Durable Goods", "Millions", MONTH, DOLLARS),
          once("UMDMNO", "New Orders: Durable Goods", "Millions", MONTH, DOLLARS),
          revised("HOUST", "New Housing Units Started", "Thousands", MONTH, units(1_200)),
          revised("PERMIT", "New Housing Units Authorized", "Thousands", MONTH, units(1_250)),
          once("CPIAUCSL", "Consumer Price Index, Adjusted", "Index", MONTH, PRICES),
          once("CPIAUCNS", "Consumer Price Index", "Index", MONTH, PRICES),
          once("CPILFESL", "Consumer Price Index Less Food and Energy", "Index", MONTH, PRICES),
          revised("PCEPI", "Personal Consumption Prices", "Index 2017=100", MONTH, index(98)),
          revised("PCEPILFE", "The Same Less Food and Energy", "Index 2017=100", MONTH, index(97)),
          rate("FPCPITOTLZGUSA", "Inflation, Consumer Prices", YEAR, 2.4, 180),
          revised("PAYEMS", "All Employees, Total Nonfarm", "Thousands", MONTH, PERSONS),
          once("PAYNSA", "All Employees, Total Nonfarm", "Thousands", MONTH, PERSONS),
          revised("ICSA", "Initial Claims", "Number", WEEK, new Shape(240_000, 0, 60_000, 0)),
          revised("JTSJOL", "Job Openings", "Thousands", MONTH, units(7_000)),
          once("UMCSENT", "Consumer Sentiment", "Index 1966:Q1=100", MONTH, units(80)),
          revised("RSAFS", "Advance Retail Sales", "Millions", MONTH, DOLLARS),
          once("RSXFSN", "Advance Retail Sales: Retail Trade", "Millions", MONTH, DOLLARS),
          revised("PSAVERT", "Personal Saving Rate", "Percent", MONTH, new Shape(6, 0, 2, 1)),
          revised("M2SL", "M2", "Billions of Dollars", MONTH, new Shape(12_000, 0.06, 0.02, 1)),
          once("WALCL", "Total Assets", "Millions", WEEK, new Shape(6_600_000, 0.01, 0.05, 0)),
          rate("FP.CPI.TOTL.ZG", "Inflation, consumer prices (annual %)", YEAR, 2.4, 180),
          once("NY.GDP.MKTP.CD", "GDP (current US$)", "", YEAR, new Shape(18e12, 0.04, 0.02, 0)),
          rate("NY.GDP.MKTP.KD.ZG", "GDP growth (annual %)", YEAR, 2.2, 180),
          once("NY.GDP.PCAP.CD", "GDP per capita", "", YEAR, new Shape(56_000, 0.03, 0.02, 2)));

  private EconomicCatalog() {}

  private static Shape gdp(double level) {
    return new Shape(level, 0.025, 0.02, 1);
  }

  private static Shape index(double level) {
    return new Shape(level, 0.01, 0.04, 4);
  }

  private static Shape units(double level) {
    return new Shape(level, 0.005, 0.2, 0);
  }
}
