package io.stocktrend.simulator.yahoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Company;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.SyntheticMarket;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Request;
import java.util.List;

/**
 * {@code /v10/finance/quoteSummary/SYMBOL?modules=…}: figures are {@code {raw, fmt}} unless {@code
 * formatted=false}; a module that the simulator does not know is left out.
 */
record SummaryEndpoint(YahooSymbols symbols, SummaryModules modules, SyntheticMarket market)
    implements Handler {

  @Override
  public Answer answer(Request request) {
    return symbols
        .find(request.lastPathPart())
        .map(company -> summary(company, request))
        .orElseGet(() -> notFound(request));
  }

  private Answer summary(Company company, Request request) {
    Quote quote = market.quote(company, request.receivedAt());
    ObjectNode result = Wrapper.JSON.objectNode();
    for (String module : request.parameter("modules").orElse("").split(",", -1)) {
      modules.of(module, quote, request.receivedAt()).ifPresent(json -> result.set(module, json));
    }
    if (result.isEmpty()) {
      return notFound(request);
    }
    boolean plain = request.parameter("formatted").filter("false"::equals).isPresent();
    return Wrapper.results("quoteSummary", List.of(plain ? result : Formatted.of(result)));
  }

  static Answer notFound(Request request) {
    String description =
        "No fundamentals data found for any of the summaryTypes="
            + request.parameter("modules").orElse("");
    return Wrapper.error(404, "quoteSummary", "Not Found", description);
  }
}
