package io.stocktrend.source;

import io.stocktrend.record.ConfigFile;
import io.stocktrend.record.Settings;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.provider.BarInterval;
import io.stocktrend.source.provider.BarProvider;
import io.stocktrend.source.provider.OpenProviders;
import java.io.IOException;
import java.util.List;

/** Source of the dataset {@code stock_movements}: bars with indicators, by default every hour. */
public final class MovementSource extends ScheduledSource {
  private static final String HOURLY = "0 * * * *";
  private static final List<String> SP_500 = List.of("@conf/sp500.csv");
  private static final int DEFAULT_HISTORY = 300;
  private static final int LONGEST_HISTORY = 1200;

  public MovementSource() {
    this(Timing.system());
  }

  MovementSource(Timing timing) {
    super(HOURLY, timing);
  }

  @Override
  Feed feed(Settings settings, SourceSettings common) {
    Universe universe = Universe.read(settings, SP_500, timing().clock());
    BarInterval interval = interval(settings);
    int bars = settings.integer("history", DEFAULT_HISTORY, 1, LONGEST_HISTORY);
    NyseCalendar calendar = calendar(settings);
    OpenProviders<BarProvider> providers =
        OpenProviders.open(settings, BarProviders.all(calendar), common.stateDir(), timing());
    return new MovementFeed(
        providers,
        new BarLedger(interval, new BarHistory(calendar, interval, bars)),
        new MovementFeed.Plan(universe, common.schedule(), common.concurrency()),
        timing().clock());
  }

  private static BarInterval interval(Settings settings) {
    String given = settings.text("interval", BarInterval.DAILY.id());
    return BarInterval.byId(given)
        .orElseThrow(() -> settings.wrong("interval", given, "1d or 1h", null));
  }

  private static NyseCalendar calendar(Settings settings) {
    String file = settings.text("closures", "");
    if (file.isEmpty()) {
      return NyseCalendar.packaged();
    }
    String name = file.startsWith("@") ? file.substring(1) : file;
    try {
      return NyseCalendar.withClosures(ConfigFile.find(name));
    } catch (IOException | IllegalArgumentException e) {
      throw settings.wrong(
          "closures",
          file,
          "a readable file like conf/nyse-closures.csv (" + e.getMessage() + ")",
          e);
    }
  }
}
