package io.stocktrend.source;

import io.stocktrend.record.Settings;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.provider.OpenProviders;
import io.stocktrend.source.provider.QuoteProvider;
import java.util.List;

/** Source of the dataset {@code financial_data}: quotes of a few symbols, by default every hour. */
public final class FinancialSource extends ScheduledSource {
  private static final String HOURLY = "0 * * * *";
  static final List<String> MAG_7 =
      List.of("AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA");

  public FinancialSource() {
    this(Timing.system());
  }

  FinancialSource(Timing timing) {
    super(HOURLY, timing);
  }

  @Override
  Feed feed(Settings settings, SourceSettings common) {
    List<String> symbols = SymbolList.read(settings, MAG_7);
    OpenProviders<QuoteProvider> providers =
        OpenProviders.open(settings, QuoteProviders.ALL, common.stateDir(), timing());
    return new QuoteFeed(providers, symbols, timing().clock());
  }
}
