package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.assembly.StillMarket;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source in Europe, where Yahoo gives its cookies only behind a form. */
final class YahooConsentIT {
  @TempDir Path folder;

  @Test
  void quotesComeOverTheFormOfConsent() throws Exception {
    SteppedTime time = new SteppedTime(StillMarket.NOW.toString());
    try (StillMarket market = StillMarket.open(time)) {
      String url = market.simulator().baseUrl() + "/yahoo/cookieEu";
      market.providersFile(folder, "yahoo.cookieUrl=" + url);
      Map<String, String> settings = Map.of("symbols", "AAPL", "providers", "yahoo");
      try (FinancialRig rig = new FinancialRig(market, time, folder, settings)) {
        rig.poll();
        assertEquals(1, rig.emitted().size());
        assertEquals(2, rig.requests("yahoo.collectConsent").size(), "asked for and posted");
        assertEquals(1, rig.requests("yahoo.copyConsent").size());
      }
    }
  }
}
