package io.stocktrend.simulator.treasury;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Request;
import io.stocktrend.simulator.wire.Route;
import io.stocktrend.simulator.wire.SimulatedProvider;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The Treasury's three addresses below {@code /treasury}. */
public final class SimulatedTreasury implements SimulatedProvider {

  private static final String RATES = "/treasury/interest-rates";
  private static final String FISCAL = "/treasury/services/api/fiscal_service";
  private static final String DIRECT = "/treasury/TA_WS";
  private static final int YEAR_TO_COME = 9999;
  private static final String XML = "application/xml";

  private final CurveXml curve;
  private final FiscalRows fiscal;
  private final Auctions auctions;

  public SimulatedTreasury(long seed) {
    this.curve = new CurveXml(seed);
    this.fiscal = new FiscalRows(seed);
    this.auctions = new Auctions(seed);
  }

  @Override
  public List<Route> routes() {
    String sets = FISCAL + "/v2/accounting/od";
    Handler noRows = request -> FiscalPage.of(request, (since, now) -> List.of());
    return List.of(
        Route.at("treasury.curve", RATES + "/pages/xml", this::curve, this::noCurve),
        Route.at(
            "treasury.rates",
            sets + "/avg_interest_rates",
            request -> FiscalPage.of(request, fiscal::rates),
            noRows),
        Route.at(
            "treasury.debt",
            sets + "/debt_to_penny",
            request -> FiscalPage.of(request, fiscal::debt),
            noRows),
        Route.at(
            "treasury.auctions",
            DIRECT + "/securities/search",
            auctions::search,
            request -> Answer.json(200, JsonNodeFactory.instance.arrayNode())));
  }

  @Override
  public Map<String, String> properties(String baseUrl) {
    return Map.of(
        "treasury.ratesUrl", baseUrl + RATES,
        "treasury.fiscalDataUrl", baseUrl + FISCAL,
        "treasury.directUrl", baseUrl + DIRECT);
  }

  private Answer curve(Request request) {
    int thisYear = LocalDate.ofInstant(request.receivedAt(), ZoneOffset.UTC).getYear();
    int year = request.parameter("field_tdr_date_value").map(Integer::parseInt).orElse(thisYear);
    return Answer.of(200, XML, curve.of(year, request.receivedAt()));
  }

  private Answer noCurve(Request request) {
    return Answer.of(200, XML, curve.of(YEAR_TO_COME, request.receivedAt()));
  }
}
