package io.stocktrend.source;

import io.stocktrend.record.Dataset;
import io.stocktrend.source.http.ProviderClient;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ObservationProvider;
import io.stocktrend.source.provider.OpenProviders;
import io.stocktrend.source.provider.SeriesQuery;
import io.stocktrend.source.provider.SeriesValue;
import io.stocktrend.source.provider.SeriesValues;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Observations with fail-over by indicator. A provider with vintages is asked only for the releases
 * after the last one that was emitted; once it has told an indicator's history, one without
 * vintages may add dates to it but not change them, since its copy may be the older one.
 */
final class MacroFeed implements Feed {
  /** A value that is not revised is never offered again, and stays the one that was emitted. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final OpenProviders<ObservationProvider> providers;
  private final List<Indicator> indicators;
  private final Observations observations;
  private final Clock clock;
  private final Set<Indicator> unanswered = new LinkedHashSet<>();
  private final RoundFailures roundFailures = new RoundFailures("observations");

  MacroFeed(
      OpenProviders<ObservationProvider> providers,
      List<Indicator> indicators,
      Observations observations,
      Clock clock) {
    this.providers = providers;
    this.indicators = List.copyOf(indicators);
    this.observations = observations;
    this.clock = clock;
  }

  @Override
  public void begin() {
    unanswered.clear();
    unanswered.addAll(indicators);
    roundFailures.begin();
  }

  @Override
  public Duration memory() {
    return FOR_EVER;
  }

  @Override
  public Progress poll(Emitter emitter) throws IOException, InterruptedException {
    roundFailures.beginAttempt();
    Refusals refusals = new Refusals();
    for (Indicator indicator : List.copyOf(unanswered)) {
      List<ProviderException> failures = new ArrayList<>();
      boolean isAnswered = collect(indicator, refusals, failures, emitter);
      if (isAnswered) {
        roundFailures.obtained(indicator.title());
      }
      if (isAnswered || !roundFailures.mayPass(indicator.title(), failures)) {
        unanswered.remove(indicator);
      }
    }
    return roundFailures.progress(!unanswered.isEmpty());
  }

  /** Asks one provider after the other; whether one has answered. */
  private boolean collect(
      Indicator indicator, Refusals refusals, List<ProviderException> failures, Emitter emitter)
      throws IOException, InterruptedException {
    for (Map.Entry<String, ObservationProvider> provider : providers.byName().entrySet()) {
      String name = provider.getKey();
      if (!indicator.series().containsKey(name)) {
        continue;
      }
      try {
        refusals.check(name);
        SeriesValues values = ask(provider, query(indicator, name, emitter));
        refusals.answered(name);
        take(indicator, name, values, emitter);
        return true;
      } catch (ProviderException e) {
        refusals.failed(name, e);
        failures.add(e);
      }
    }
    return false;
  }

  private static SeriesQuery query(Indicator indicator, String provider, Emitter emitter) {
    LocalDate since = emitter.mark(mark(indicator, provider)).map(LocalDate::parse).orElse(null);
    return new SeriesQuery(
        indicator.series().get(provider), indicator.country(), indicator.frequency(), since);
  }

  /** A mistake in one provider's reader must not keep the others from serving. */
  static SeriesValues ask(Map.Entry<String, ObservationProvider> provider, SeriesQuery query)
      throws ProviderException, InterruptedException {
    try {
      return provider.getValue().observations(query);
    } catch (RuntimeException e) {
      throw RoundFailures.unread(provider.getKey(), e);
    }
  }

  private void take(Indicator indicator, String provider, SeriesValues values, Emitter emitter)
      throws IOException, InterruptedException {
    boolean hasVintages = hasVintages(indicator, emitter);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate release = null;
    for (SeriesValue value : values.values()) {
      if (release != null && !release.equals(value.released())) {
        emitter.mark(mark(indicator, provider), release.toString());
      }
      release = value.released();
      boolean isOlderCopy =
          release == null && hasVintages && emitter.knows(Observations.key(indicator, value));
      if (!isOlderCopy) {
        emitter.offer(observations.of(indicator, provider, value, now));
      }
    }
    if (values.through() != null) {
      emitter.mark(mark(indicator, provider), values.through().toString());
    }
  }

  private boolean hasVintages(Indicator indicator, Emitter emitter) {
    return indicator.series().keySet().stream()
        .map(provider -> emitter.mark(mark(indicator, provider)))
        .anyMatch(Optional::isPresent);
  }

  /** The mark holds the last day all of whose releases were emitted. */
  private static String mark(Indicator indicator, String provider) {
    return provider + '|' + indicator.series().get(provider) + '|' + indicator.key();
  }

  @Override
  public Map<String, ProviderClient> clients() {
    return providers.clients();
  }

  @Override
  public Map<String, List<String>> failed() {
    return roundFailures.byReason();
  }

  @Override
  public Optional<Expected> expected() {
    List<String> titles = indicators.stream().map(Indicator::title).toList();
    return Optional.of(new Expected(Dataset.MACROECONOMIC_DATA, day -> titles, Optional.empty()));
  }

  @Override
  public Optional<History> history() {
    Map<String, Indicator> byTitle = new LinkedHashMap<>();
    indicators.forEach(indicator -> byTitle.put(indicator.title(), indicator));
    return Optional.of(new MacroHistory(providers.byName(), byTitle, observations, clock));
  }

  @Override
  public List<Demand> demands() {
    return Demands.ofFirstServing(providers, indicators);
  }

  @Override
  public void close() {
    providers.close();
  }
}
