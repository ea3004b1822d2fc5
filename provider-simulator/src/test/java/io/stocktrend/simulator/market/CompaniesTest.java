package io.stocktrend.simulator.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompaniesTest {

  private final Companies companies = Companies.seeded(7);

  @Test
  void theWholeIndexIsListed() {
    assertEquals(503, companies.all().size());
    for (String symbol : List.of("AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA")) {
      assertTrue(companies.find(symbol).isPresent(), symbol);
    }
    assertTrue(companies.find("NOPE").isEmpty());
  }

  @Test
  void aSymbolIsFoundInAnyCase() {
    assertEquals("BRK.B", companies.find("brk.b").orElseThrow().symbol());
  }

  @Test
  void namesAreMarkedAsSynthetic() {
    assertEquals("Apple Inc. (synthetic)", companies.find("AAPL").orElseThrow().markedName());
  }

  @Test
  void figuresAreOfAPlausibleSize() {
    for (Company company : companies.all()) {
      Fundamentals figures = company.fundamentals();
      assertTrue(figures.basePrice() >= 25 && figures.basePrice() <= 700, company.symbol());
      assertTrue(figures.shares() > 50e6, company.symbol());
      assertTrue(figures.eps() != 0 && figures.epsForward() > 0, company.symbol());
      assertTrue(figures.dividendRate() < figures.basePrice() * 0.05, company.symbol());
    }
  }

  @Test
  void someCompaniesPayNoDividendAndSomeMakeALoss() {
    assertFalse(companies.find("AMZN").orElseThrow().fundamentals().paysDividend());
    assertTrue(companies.find("AAPL").orElseThrow().fundamentals().paysDividend());
    assertTrue(companies.all().stream().anyMatch(c -> c.fundamentals().eps() < 0));
  }

  @Test
  void theSeedDecidesTheFigures() {
    Company mmm = companies.find("MMM").orElseThrow();
    assertEquals(mmm, Companies.seeded(7).find("MMM").orElseThrow());
    assertNotEquals(mmm, Companies.seeded(8).find("MMM").orElseThrow());
  }
}
