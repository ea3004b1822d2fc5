package io.stocktrend.client;

import io.stocktrend.record.Dataset;
import java.util.List;
import java.util.Locale;

/** The column of features for one macroeconomic indicator of one country. */
record MacroColumn(String indicator, String country) {
  private static final String HOME = "USA";
  private static final String PRESENT =
      "SELECT DISTINCT indicator, country FROM %s ORDER BY country <> '%s', country, indicator"
          .formatted(ViewSql.partsName(Dataset.MACROECONOMIC_DATA), HOME);

  /** Those of the observations that there are. */
  static List<MacroColumn> present(Answers answers) {
    return answers.table(List.of(Dataset.MACROECONOMIC_DATA), () -> PRESENT).list().stream()
        .map(row -> new MacroColumn((String) row.get("indicator"), (String) row.get("country")))
        .toList();
  }

  /** The indicator; of another country than the United States with its code, {@code gdp_deu}. */
  String name() {
    return country.equals(HOME) ? indicator : indicator + "_" + country.toLowerCase(Locale.ROOT);
  }

  String quoted() {
    return Sql.name(name());
  }

  String condition() {
    return "indicator = %s AND country = %s".formatted(Sql.text(indicator), Sql.text(country));
  }
}
