package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.alphavantage.SimulatedAlphaVantage;
import io.stocktrend.simulator.federalreserve.SimulatedFederalReserve;
import io.stocktrend.simulator.finnhub.SimulatedFinnhub;
import io.stocktrend.simulator.fred.SimulatedFred;
import io.stocktrend.simulator.market.Economy;
import io.stocktrend.simulator.market.Newsroom;
import io.stocktrend.simulator.market.SyntheticMarket;
import io.stocktrend.simulator.newsapi.SimulatedNewsApi;
import io.stocktrend.simulator.treasury.SimulatedTreasury;
import io.stocktrend.simulator.wire.Route;
import io.stocktrend.simulator.worldbank.SimulatedWorldBank;
import io.stocktrend.simulator.yahoo.SimulatedYahoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide and the code name the same things. */
class SimulatorDocsTest {

  private final String guide;

  SimulatorDocsTest() throws IOException {
    this.guide = Files.readString(Path.of("..", "docs", "simulator.md"));
  }

  @Test
  void everyRouteStandsInTheGuideAndTheOtherWayRound() {
    SyntheticMarket market = new SyntheticMarket(1);
    Economy economy = new Economy(1);
    Newsroom newsroom = new Newsroom(1);
    Set<String> routes =
        Stream.of(
                new SimulatedYahoo(market, 1),
                new SimulatedFinnhub(market, newsroom),
                new SimulatedNewsApi(market.companies(), newsroom),
                new SimulatedAlphaVantage(market, economy),
                new SimulatedFred(economy),
                new SimulatedWorldBank(economy),
                new SimulatedFederalReserve(1),
                new SimulatedTreasury(1))
            .flatMap(provider -> provider.routes().stream())
            .map(Route::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(routes, rows("([a-z]+\\.[A-Za-z0-9]+)"));
  }

  @Test
  void everyKindStandsInTheGuideWithItsParameters() {
    for (FaultKind kind : FaultKind.values()) {
      String row = row(kind.fileName());
      Stream.concat(kind.requiredParameters().stream(), kind.optionalParameters().stream())
          .forEach(name -> assertTrue(row.contains("`" + name + "`"), kind + " " + name));
    }
  }

  @Test
  void everyKindOfTheGuideIsOne() {
    Set<String> kinds =
        Arrays.stream(FaultKind.values())
            .map(FaultKind::fileName)
            .collect(Collectors.toCollection(TreeSet::new));
    String section = guide.substring(guide.indexOf("| kind | parameters |"));
    assertEquals(kinds, rows(section, "([a-z0-9-]+)"));
  }

  @Test
  void everyOptionStandsInTheGuideAndTheOtherWayRound() {
    assertEquals(
        options(SimulateArguments.USAGE, "(--[a-z-]+)"), options(guide, "(?m)^\\| `(--[a-z-]+)"));
  }

  private static Set<String> options(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(option -> option.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String row(String name) {
    return guide
        .lines()
        .filter(line -> line.startsWith("| `" + name + "` |"))
        .findFirst()
        .orElse("");
  }

  private Set<String> rows(String name) {
    return rows(guide, name);
  }

  private static Set<String> rows(String text, String name) {
    return Pattern.compile("(?m)^\\| `" + name + "` \\|")
        .matcher(text)
        .results()
        .map(row -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
