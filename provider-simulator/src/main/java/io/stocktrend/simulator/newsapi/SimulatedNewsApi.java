package io.stocktrend.simulator.newsapi;

import io.stocktrend.simulator.market.Companies;
import io.stocktrend.simulator.market.Newsroom;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Request;
import io.stocktrend.simulator.wire.Route;
import io.stocktrend.simulator.wire.SimulatedProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * NewsAPI below {@code /newsapi/v2}. The key chooses the plan: {@code developer} is the free one
 * with its limits and its delay of a day, {@code invalid} is refused, any other has no limits.
 */
public final class SimulatedNewsApi implements SimulatedProvider {

  private static final String ROOT = "/newsapi/v2";
  private static final String DEVELOPER = "developer";

  private final Everything everything;
  private final DeveloperPlan plan = new DeveloperPlan();

  public SimulatedNewsApi(Companies companies, Newsroom newsroom) {
    this.everything = new Everything(companies, newsroom);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.at(
            "newsapi.everything",
            ROOT + "/everything",
            this::answer,
            request -> Everything.nothing()));
  }

  @Override
  public Map<String, String> properties(String baseUrl) {
    return Map.of("newsapi.baseUrl", baseUrl + ROOT);
  }

  private Answer answer(Request request) {
    String key = request.parameter("apiKey").or(() -> request.header("X-Api-Key")).orElse("");
    if (key.isBlank()) {
      return NewsApiRefusals.keyMissing();
    }
    if (key.equals("invalid")) {
      return NewsApiRefusals.keyInvalid();
    }
    if (!key.equals(DEVELOPER)) {
      return everything.answer(request, request.receivedAt());
    }
    Optional<Answer> refusal = plan.refusal(request);
    return refusal.orElseGet(
        () -> everything.answer(request, request.receivedAt().minus(DeveloperPlan.DELAY)));
  }
}
