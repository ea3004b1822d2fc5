package io.stocktrend.client.report;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.MarketDataClient;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One self-contained HTML page, below 5 MB, about the data that a client sees: prices with their
 * indicators, news, macroeconomic series with their revisions, policy, and how fresh it all is.
 */
public final class Report {
  private final ReportRequest request;
  private final List<String> symbols;
  private final List<DataPart> parts;

  /**
   * Prepares it.
   *
   * @throws ClientException if a symbol is unknown or there are too many
   */
  public Report(MarketDataClient client, ReportRequest request) {
    this.request = request;
    this.symbols = new SymbolChoice(client, request.asOf()).of(request.symbols());
    this.parts =
        List.of(
            new QuoteData(client, symbols, request.asOf()),
            new BarData(client, symbols, request.asOf()),
            new ArticleData(client, symbols, request.asOf()),
            new MacroData(client, request.asOf()),
            new EventData(client, request.asOf()),
            new CurveData(client, request.asOf()),
            new FreshnessData(client, request.createdAt()));
  }

  /** The symbols that it shows. */
  public List<String> symbols() {
    return symbols;
  }

  /** Writes the page in UTF-8; the stream stays open. */
  public void write(OutputStream out) throws IOException {
    Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    new PageTemplate().write(page, this::writeData);
    page.flush();
  }

  private void writeData(Writer page) throws IOException {
    ScriptJson json = new ScriptJson(page);
    json.object();
    json.name("asOf").value(request.asOf());
    json.name("createdAt").value(request.createdAt());
    json.name("synthetic").value(request.synthetic());
    json.name("symbols").value(symbols);
    for (DataPart part : parts) {
      json.name(part.name());
      part.write(json);
    }
    json.end();
  }
}
