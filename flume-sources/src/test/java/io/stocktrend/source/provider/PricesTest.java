package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.DoubleNode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {
  private static final Prices PRICES = new Prices(4);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "34.54999923706055, 34.55",
        "164.4149932861328, 164.415",
        "8000.1201171875, 8000.12",
        "0.12344999611377716, 0.1234",
        "0.00001, -",
        "0, -",
        "-5, -",
        "241, 241.0"
      })
  void thePriceIsThatWhichWasQuoted(double sent, Double read) {
    assertEquals(read, PRICES.read(DoubleNode.valueOf(sent)));
  }

  @Test
  void everyPriceInCentsSurvivesA32BitFloat() {
    Random random = new Random(5);
    for (int i = 0; i < 10_000; i++) {
      double cents = (1 + random.nextInt(1_000_000)) / 100.0;
      assertEquals(cents, PRICES.read(DoubleNode.valueOf((double) (float) cents)));
    }
  }
}
