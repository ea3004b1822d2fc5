package io.stocktrend.simulator.treasury;

import io.stocktrend.simulator.market.Noise;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The yield curve of a year: Atom with a rate for each maturity, out at 17:30 in New York. The
 * youngest maturity is absent in older rows, a dummy stands at the end, Columbus Day has no rates.
 */
final class CurveXml {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="utf-8" standalone="yes" ?>
      <feed xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" \
      xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" \
      xmlns="http://www.w3.org/2005/Atom">
      <title type="text">DailyTreasuryYieldCurveRateData</title>
      <id></id>
      """;
  private static final String[] MATURITIES = {
    "1MONTH",
    "1_5MONTH",
    "2MONTH",
    "3MONTH",
    "4MONTH",
    "6MONTH",
    "1YEAR",
    "2YEAR",
    "3YEAR",
    "5YEAR",
    "7YEAR",
    "10YEAR",
    "20YEAR",
    "30YEAR"
  };
  private static final String YOUNGEST = "1_5MONTH";
  private static final LocalDate YOUNGEST_SINCE = LocalDate.of(2025, 2, 18);

  private final long seed;

  CurveXml(long seed) {
    this.seed = Noise.seed(seed, "treasury.curve");
  }

  String of(int year, Instant now) {
    StringBuilder xml = new StringBuilder(HEAD);
    LocalDate day = LocalDate.of(year, 1, 1);
    for (; day.getYear() == year && !Days.at(day, 17, 30).isAfter(now); day = day.plusDays(1)) {
      if (Days.isBusiness(day) || Days.isColumbusDay(day)) {
        entry(xml, day);
      }
    }
    return xml.append("</feed>").toString();
  }

  private void entry(StringBuilder xml, LocalDate day) {
    xml.append("<entry>\n<id></id>\n<title type=\"text\"></title>\n")
        .append("<content type=\"application/xml\">\n<m:properties>\n")
        .append("<d:Id m:type=\"Edm.Int32\">")
        .append(day.toEpochDay())
        .append("</d:Id>\n<d:NEW_DATE m:type=\"Edm.DateTime\">")
        .append(day)
        .append("T00:00:00</d:NEW_DATE>\n");
    if (Days.isBusiness(day)) {
      for (int i = 0; i < MATURITIES.length; i++) {
        if (!MATURITIES[i].equals(YOUNGEST) || !day.isBefore(YOUNGEST_SINCE)) {
          rate(xml, MATURITIES[i], String.format(Locale.ROOT, "%.2f", rate(day, i)));
        }
      }
      rate(xml, "30YEARDISPLAY", "0.00");
    }
    xml.append("</m:properties>\n</content>\n</entry>\n");
  }

  private static void rate(StringBuilder xml, String maturity, String rate) {
    String name = "d:BC_" + maturity;
    xml.append('<').append(name).append(" m:type=\"Edm.Double\">").append(rate);
    xml.append("</").append(name).append(">\n");
  }

  private double rate(LocalDate day, int maturity) {
    double level = 3 + Noise.uniform(seed, day.toEpochDay() / 30);
    return level + maturity * 0.08 + Noise.uniform(seed, day.toEpochDay() * 100 + maturity) * 0.05;
  }
}
