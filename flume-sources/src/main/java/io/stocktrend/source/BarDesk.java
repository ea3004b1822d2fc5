package io.stocktrend.source;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.BarProvider;
import io.stocktrend.source.provider.BarRequest;
import io.stocktrend.source.provider.BarSeries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks for the bars of one symbol, provider after provider until one has them; lasts for one
 * attempt of a round. Safe for use by several threads.
 */
final class BarDesk {
  private final Map<String, BarProvider> providers;
  private final Map<String, StandingRefusal> refusals = new HashMap<>();

  /**
   * @param providers by name, in the order of fail-over
   */
  BarDesk(Map<String, BarProvider> providers) {
    this.providers = providers;
    providers.keySet().forEach(name -> refusals.put(name, new StandingRefusal()));
  }

  /** The requests for one symbol, by provider. */
  record Question(String symbol, Map<String, BarRequest> requests) {}

  /**
   * What became of a question.
   *
   * @param provider that had bars; null if none had
   * @param failures of those before it
   * @param wasAsked whether any provider was asked at all
   */
  record Answer(
      String provider, BarSeries series, List<ProviderException> failures, boolean wasAsked) {}

  Answer ask(Question question) throws InterruptedException {
    List<ProviderException> failures = new ArrayList<>();
    boolean wasAsked = false;
    for (Map.Entry<String, BarProvider> provider : providers.entrySet()) {
      String name = provider.getKey();
      StandingRefusal refusal = refusals.get(name);
      if (refusal.get().isPresent()) {
        failures.add(refusal.get().get());
        continue;
      }
      wasAsked = true;
      try {
        BarSeries series = bars(name, provider.getValue(), question.requests().get(name));
        refusal.answered();
        return new Answer(name, series, failures, true);
      } catch (ProviderException e) {
        refusal.failed(e);
        failures.add(e);
      }
    }
    return new Answer(null, null, failures, wasAsked);
  }

  private static BarSeries bars(String name, BarProvider provider, BarRequest request)
      throws ProviderException, InterruptedException {
    BarSeries series;
    try {
      series = provider.bars(request);
    } catch (RuntimeException e) {
      throw RoundFailures.unread(name, e);
    }
    if (series.bars().isEmpty()) {
      throw new ProviderException(
          name, FailureKind.NOT_FOUND, "it has no bars of " + request.symbol());
    }
    return series;
  }
}
