package io.stocktrend.client.report;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.SmallMarket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A report as a text, with a look into the data that it carries. */
record WrittenPage(String html) {
  private static final String START = "<script type=\"application/json\" id=\"report-data\">";

  static WrittenPage of(Path root, Instant asOf, String... symbols) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportRequest request = new ReportRequest(List.of(symbols), asOf, SmallMarket.NOW, false);
    try (MarketDataClient client = MarketDataClient.open(root)) {
      new Report(client, request).write(out);
    }
    return new WrittenPage(out.toString(StandardCharsets.UTF_8));
  }

  /** The data as a browser cuts it out: to the first end of the element. */
  String data() {
    int start = html.indexOf(START) + START.length();
    return html.substring(start, html.indexOf("</script", start));
  }

  /** The JSON below a path, such as {@code $.symbols}. */
  String at(String path) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement statement =
            duckDb.prepareStatement("SELECT CAST(json_extract(?, ?) AS VARCHAR)")) {
      statement.setString(1, data());
      statement.setString(2, path);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
