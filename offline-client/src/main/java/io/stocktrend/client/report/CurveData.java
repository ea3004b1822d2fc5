package io.stocktrend.client.report;

import io.stocktrend.client.MarketDataClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The Treasury's yield curves of a little more than a year. */
final class CurveData implements DataPart {
  private static final List<String> COLUMNS = List.of("starts_on", "values");

  private final MarketDataClient client;
  private final Instant asOf;

  CurveData(MarketDataClient client, Instant asOf) {
    this.client = client;
    this.asOf = asOf;
  }

  @Override
  public String name() {
    return "curves";
  }

  @Override
  public void write(ScriptJson json) throws IOException {
    Rows.write(
        json,
        COLUMNS,
        client
            .policyData()
            .from(asOf.minus(Duration.ofDays(Limits.CURVE_DAYS)))
            .asOf(asOf)
            .where("kind = 'TREASURY_YIELD_CURVE' AND starts_on IS NOT NULL")
            .columns(COLUMNS)
            .stream());
  }
}
