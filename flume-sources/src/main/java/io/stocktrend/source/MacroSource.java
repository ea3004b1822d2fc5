package io.stocktrend.source;

import io.stocktrend.record.Settings;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.provider.ObservationProvider;
import io.stocktrend.source.provider.OpenProviders;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.flume.conf.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Source of the dataset {@code macroeconomic_data}: macroeconomic indicators with their vintages,
 * by default every day at 09:00 UTC.
 */
public final class MacroSource extends ScheduledSource {
  private static final Logger LOG = LoggerFactory.getLogger(MacroSource.class);
  private static final String DAILY = "0 9 * * *";
  private static final List<String> MAG_7 =
      List.of("AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA");

  public MacroSource() {
    this(Timing.system());
  }

  MacroSource(Timing timing) {
    super(DAILY, timing);
  }

  @Override
  Feed feed(Settings settings, SourceSettings common) {
    Observations observations = new Observations(SymbolList.all(settings, MAG_7));
    List<Indicator> indicators = IndicatorTable.read(settings);
    OpenProviders<ObservationProvider> providers =
        OpenProviders.open(settings, ObservationProviders.ALL, common.stateDir(), timing());
    List<Indicator> served = served(indicators, providers.byName().keySet());
    if (served.isEmpty()) {
      providers.close();
      throw new ConfigurationException(
          settings.component()
              + ": none of the indicators has a row of "
              + String.join(" or ", providers.byName().keySet())
              + ": add one to the file of the key indicators");
    }
    return new MacroFeed(providers, served, observations, timing().clock());
  }

  /** Those that one of the providers is said to have. */
  private static List<Indicator> served(List<Indicator> indicators, Set<String> providers) {
    List<Indicator> served =
        indicators.stream()
            .filter(i -> !Collections.disjoint(i.series().keySet(), providers))
            .toList();
    List<Indicator> others = indicators.stream().filter(i -> !served.contains(i)).toList();
    if (!others.isEmpty()) {
      LOG.warn("No provider is left for {}.", others.stream().map(Indicator::title).toList());
    }
    return served;
  }
}
