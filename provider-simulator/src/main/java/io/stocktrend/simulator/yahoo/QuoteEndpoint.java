package io.stocktrend.simulator.yahoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.SyntheticMarket;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Request;
import java.util.List;
import java.util.Optional;

/** {@code /v7/finance/quote?symbols=A,B}: an unknown symbol is left out without a word. */
record QuoteEndpoint(YahooSymbols symbols, QuoteObject quotes, SyntheticMarket market)
    implements Handler {

  @Override
  public Answer answer(Request request) {
    if (request.parameter("symbols").isEmpty()) {
      return Wrapper.error(
          400, "finance", "Bad Request", "Missing value for the \"symbols\" argument");
    }
    List<ObjectNode> results =
        request.symbols().stream()
            .distinct()
            .map(symbols::find)
            .flatMap(Optional::stream)
            .map(
                company ->
                    quotes.of(market.quote(company, request.receivedAt()), request.receivedAt()))
            .toList();
    return Wrapper.results("quoteResponse", results);
  }

  static Answer noQuotes(Request request) {
    return Wrapper.results("quoteResponse", List.of());
  }
}
