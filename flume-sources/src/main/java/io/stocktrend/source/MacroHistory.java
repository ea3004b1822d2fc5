package io.stocktrend.source;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ObservationProvider;
import io.stocktrend.source.provider.SeriesQuery;
import io.stocktrend.source.provider.SeriesValue;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Observations of the past, with fail-over by indicator: those of a time within the span, and the
 * releases that were made in it. Without a release only dates are added that are not there at all.
 */
final class MacroHistory implements History {
  private final Map<String, ObservationProvider> providers;
  private final Map<String, Indicator> indicators;
  private final Observations observations;
  private final Clock clock;
  private final Refusals refusals = new Refusals();

  /**
   * @param indicators by title
   */
  MacroHistory(
      Map<String, ObservationProvider> providers,
      Map<String, Indicator> indicators,
      Observations observations,
      Clock clock) {
    this.providers = providers;
    this.indicators = indicators;
    this.observations = observations;
    this.clock = clock;
  }

  @Override
  public List<ProviderException> ask(Wanted wanted, Emitter emitter)
      throws IOException, InterruptedException {
    Indicator indicator = indicators.get(wanted.item());
    List<ProviderException> failures = new ArrayList<>();
    for (Map.Entry<String, ObservationProvider> provider : providers.entrySet()) {
      String name = provider.getKey();
      if (!indicator.series().containsKey(name)) {
        continue;
      }
      try {
        refusals.check(name);
        SeriesQuery all =
            new SeriesQuery(
                indicator.series().get(name), indicator.country(), indicator.frequency(), null);
        List<SeriesValue> values = MacroFeed.ask(provider, all).values();
        refusals.answered(name);
        take(wanted, indicator, name, values, emitter);
        return List.of();
      } catch (ProviderException e) {
        refusals.failed(name, e);
        failures.add(e);
      }
    }
    return failures;
  }

  private void take(
      Wanted wanted,
      Indicator indicator,
      String provider,
      List<SeriesValue> values,
      Emitter emitter)
      throws IOException, InterruptedException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (SeriesValue value : values) {
      boolean isThere =
          value.released() == null && emitter.knows(Observations.key(indicator, value));
      if (isWanted(wanted, value) && !isThere) {
        emitter.offer(observations.of(indicator, provider, value, now));
      }
    }
  }

  private static boolean isWanted(Wanted wanted, SeriesValue value) {
    return wanted.holds(value.date().atStartOfDay().toInstant(ZoneOffset.UTC))
        || (value.released() != null && wanted.touches(value.released()));
  }
}
