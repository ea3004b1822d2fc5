package io.stocktrend.source;

import io.stocktrend.record.Settings;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.provider.ArticleProvider;
import io.stocktrend.source.provider.OpenProviders;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Source of the dataset {@code news_data}: stories about companies, by default every hour. */
public final class NewsSource extends ScheduledSource {
  private static final String HOURLY = "0 * * * *";
  private static final Duration LOOKBACK = Duration.ofDays(3);
  private static final Duration MOST_LOOKBACK = Duration.ofDays(365);
  private static final List<String> SP_500 = List.of("@conf/sp500.csv");

  public NewsSource() {
    this(Timing.system());
  }

  NewsSource(Timing timing) {
    super(HOURLY, timing);
  }

  @Override
  Feed feed(Settings settings, SourceSettings common) {
    Universe universe = Universe.read(settings, SP_500, timing().clock());
    Map<String, String> names = CompanyNames.read(settings, SP_500);
    Duration lookback = settings.duration("lookback", LOOKBACK, Duration.ofHours(1), MOST_LOOKBACK);
    OpenProviders<ArticleProvider> providers =
        OpenProviders.open(settings, ArticleProviders.ALL, common.stateDir(), timing());
    return new NewsFeed(
        providers,
        new NewsScope(
            universe, names, lookback, common.concurrency(), common.schedule(), timing().clock()));
  }
}
