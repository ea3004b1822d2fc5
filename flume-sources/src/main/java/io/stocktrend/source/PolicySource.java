package io.stocktrend.source;

import io.stocktrend.record.Settings;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.provider.AnnouncementProvider;
import io.stocktrend.source.provider.OpenProviders;
import org.apache.flume.conf.ConfigurationException;

/**
 * Source of the dataset {@code policy_data}: what the Federal Reserve and the Treasury announce, by
 * default every Monday at 09:00 UTC.
 */
public final class PolicySource extends ScheduledSource {
  private static final String MONDAYS = "0 9 * * MON";

  public PolicySource() {
    this(Timing.system());
  }

  PolicySource(Timing timing) {
    super(MONDAYS, timing);
  }

  @Override
  Feed feed(Settings settings, SourceSettings common) {
    OpenProviders<AnnouncementProvider> providers =
        OpenProviders.open(settings, AnnouncementProviders.ALL, common.stateDir(), timing());
    try {
      PolicySettings own = PolicySettings.of(settings, providers.byName().keySet());
      return new PolicyFeed(providers, own, timing().clock());
    } catch (ConfigurationException e) {
      providers.close();
      throw e;
    }
  }
}
