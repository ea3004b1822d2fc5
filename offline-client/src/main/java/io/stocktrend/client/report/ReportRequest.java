package io.stocktrend.client.report;

import java.time.Instant;
import java.util.List;

/**
 * What a report is to show.
 *
 * @param symbols the symbols in their order; empty for the Mag 7, or what there is in their place
 * @param asOf only what was known then is shown
 * @param createdAt the moment from which the freshness of the data is judged
 * @param synthetic whether the data was made up by the provider simulator
 */
public record ReportRequest(
    List<String> symbols, Instant asOf, Instant createdAt, boolean synthetic) {
  public ReportRequest {
    symbols = symbols.stream().distinct().toList();
  }
}
