package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Settings;
import io.stocktrend.source.provider.Frequency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorTableTest {
  private static final Path SHIPPED = Path.of("../conf/macro-indicators.csv");

  @TempDir Path folder;

  @Test
  void rowsOfOneIndicatorAreItsProviders() throws Exception {
    assertEquals(
        List.of(
            new Indicator(
                "unemployment_rate",
                "USA",
                "percent",
                Frequency.MONTHLY,
                Map.of("fred", "UNRATE", "alphavantage", "UNEMPLOYMENT")),
            new Indicator("gdp", "USA", "billions", Frequency.QUARTERLY, Map.of("fred", "GDP"))),
        read(
            Map.of(),
            "unemployment_rate,fred,UNRATE,USA,percent,MONTHLY",
            " gdp , fred , GDP , USA , billions , quarterly # a comment",
            "",
            "unemployment_rate,alphavantage,UNEMPLOYMENT,USA,percent,MONTHLY"));
  }

  @Test
  void aStarStandsForEveryCountryAndOtherCountriesAreLeftOut() throws Exception {
    List<Indicator> indicators =
        read(
            Map.of("country", "DEU, JPN"),
            "gdp_annual,worldbank,NY.GDP.MKTP.CD,*,dollars,ANNUAL",
            "gdp,fred,GDP,USA,billions,QUARTERLY");
    assertEquals(
        List.of("gdp_annual|DEU", "gdp_annual|JPN"),
        indicators.stream().map(Indicator::key).toList());
  }

  @Test
  void shardsAreTheTable() throws Exception {
    Set<String> parts = new TreeSet<>();
    int all = 0;
    for (String shard : List.of("1/2", "2/2")) {
      Settings settings = settings(Map.of("indicators", "@" + SHIPPED, "shard", shard));
      List<Indicator> part = IndicatorTable.read(settings);
      all += part.size();
      part.forEach(indicator -> parts.add(indicator.name()));
    }
    assertEquals(shipped("indicator", "USA"), parts);
    assertEquals(parts.size(), all);
  }

  @Test
  void theShippedTableHasWhatTheContractNames() throws Exception {
    assertTrue(
        shipped("indicator", "USA")
            .containsAll(
                List.of(
                    "federal_funds_rate",
                    "treasury_10y",
                    "treasury_2y",
                    "unemployment_rate",
                    "gdp",
                    "real_gdp",
                    "cpi",
                    "core_cpi",
                    "inflation_expectation_10y",
                    "payrolls",
                    "industrial_production",
                    "consumer_sentiment")));
    assertEquals(Set.of("fred", "worldbank", "alphavantage"), shipped("provider", "USA"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gdp,fred,GDP,USA,billions | needs the 6 columns indicator,provider,",
        "Gdp,fred,GDP,USA,billions,QUARTERLY | has indicator 'Gdp' and needs small letters",
        "gdp,fed,GDP,USA,billions,QUARTERLY | has provider 'fed': did you mean 'fred'?",
        "gdp,fred,G D P,USA,billions,QUARTERLY | has series 'G D P' and needs the provider's name",
        "gdp,fred,GDP,US,billions,QUARTERLY | has country 'US' and needs three capitals",
        "gdp,fred,GDP,USA,billions,SOMETIMES | has frequency 'SOMETIMES' and needs one of [DAILY,"
      })
  void aWrongRowIsRefusedWithWhatItNeeds(String row, String why) {
    assertTrue(refusal(Map.of(), row).contains("'" + row + "' " + why), refusal(Map.of(), row));
  }

  @ParameterizedTest
  @CsvSource({"percent,DAILY", "dollars,MONTHLY"})
  void anotherUnitOrFrequencyNeedsANameOfItsOwn(String unit, String frequency) {
    String message =
        refusal(
            Map.of(),
            "x,fred,A,USA,percent,MONTHLY",
            "x,alphavantage,B,USA," + unit + "," + frequency);
    assertTrue(message.contains("one unit and one frequency for all rows of x"), message);
    assertTrue(message.contains("alphavantage has " + unit + ", " + frequency), message);
  }

  @Test
  void oneProviderHasOneRowForAnIndicator() {
    String row = "x,fred,A,USA,percent,MONTHLY";
    String message = refusal(Map.of(), row, row.replace(",A,", ",B,"));
    assertTrue(message.endsWith("give one row of fred for x of USA"), message);
  }

  @Test
  void aFileThatIsNoTableIsRefused() {
    assertTrue(wrong("macro.csv").endsWith("the name of a file, e.g. @conf/macro-indicators.csv"));
    assertTrue(wrong("@" + folder.resolve("none.csv")).contains("the name of a readable file"));
    assertTrue(
        wrong("@../conf/mag7.txt").contains("first line is indicator,provider,series,country,"));
    assertTrue(
        refusal(Map.of("country", "FRA"), "gdp,fred,GDP,USA,billions,QUARTERLY")
            .endsWith("give a file with a row of FRA"));
    assertTrue(
        refusal(Map.of("country", "usa"), "gdp,fred,GDP,USA,billions,QUARTERLY")
            .contains("country = 'usa' is not allowed: give ISO 3166-1 alpha-3 codes"));
  }

  /** What the shipped table holds in a column for a country. */
  static Set<String> shipped(String column, String country) throws IOException {
    List<String> names = List.of(IndicatorRow.HEADER.split(",", -1));
    return Files.readString(SHIPPED)
        .lines()
        .skip(1)
        .filter(line -> line.contains("," + country + ",") || line.contains(",*,"))
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(",", -1)[names.indexOf(column)])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Indicator> read(Map<String, String> values, String... rows) throws IOException {
    Path file = folder.resolve("table.csv");
    Files.writeString(file, "\uFEFF" + IndicatorRow.HEADER + "\n" + String.join("\n", rows));
    Map<String, String> all = new HashMap<>(values);
    all.put("indicators", "@" + file);
    return IndicatorTable.read(settings(all));
  }

  private String refusal(Map<String, String> values, String... rows) {
    return assertThrows(ConfigurationException.class, () -> read(values, rows)).getMessage();
  }

  private static String wrong(String indicators) {
    Settings settings = settings(Map.of("indicators", indicators));
    return assertThrows(ConfigurationException.class, () -> IndicatorTable.read(settings))
        .getMessage();
  }

  private static Settings settings(Map<String, String> values) {
    return Settings.of("source macro", values);
  }
}
