package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.treasury.TreasuryAnnouncementProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the Treasury really sent, read in place from the folder in the system property {@code
 * stocktrend.recordings}, held against values read by hand. The table says which body proves what.
 */
class RecordedTreasuryTest {
  private static final String NOW = "2026-11-02T09:00:00Z";
  private static final String RATES = "/fiscal/v2/accounting/od/avg_interest_rates";

  @TempDir Path temporary;
  private final SteppedTime time = new SteppedTime(NOW);
  private Path recordings;

  private Map<String, RecordedProof> table() {
    Map<String, RecordedProof> table = new LinkedHashMap<>();
    // A year without several maturities, with the dummy.
    table.put("treasury/daily_treasury_yield_curve-1990.xml", this::curveOf1990);
    // The retired address's body, wrapped in <pre>: read alike.
    table.put("treasury/daily_treasury_yield_curve-2021-oldfeed.xml", this::curveOfOldFeed);
    // The curve's other format, which is never asked for: refused, should it come.
    table.put("treasury/daily_treasury_yield_curve-2026-trimmed.csv", this::curveAsCsv);
    // The first of three pages, whose link to the next is a fragment.
    table.put("treasury/fiscaldata-avg_interest_rates-treasury-bills.json", this::averageRates);
    // Cut off by its recorder, without meta and links: refused, as any cut page must be.
    table.put("treasury/fiscaldata-upcoming_auctions-trimmed.json", this::cutPage);
    return table;
  }

  @BeforeEach
  void find() {
    recordings = Recording.folder();
  }

  @TestFactory
  Stream<DynamicTest> eachBodyIsReadAsTheTableSays() {
    return RecordedProof.tests(table(), recordings, () -> time.set(NOW));
  }

  /** The bodies that the table knows. */
  static Set<String> names() {
    return new RecordedTreasuryTest().table().keySet();
  }

  private void curveOf1990(Path body) throws Exception {
    time.set("1990-12-31T20:00:00Z");
    Announcements read = curve(body, "1990-01-01");
    List<String> lines = AnnouncementText.of(read);
    assertEquals(250, lines.size());
    assertEquals(List.of(), read.unusable());
    assertEquals(
        "Daily Treasury par yield curve rates | 1990-01-02/1990-01-02 | {10Y=7.94, 1Y=7.81,"
            + " 2Y=7.87, 30Y=8.0, 3M=7.83, 3Y=7.9, 5Y=7.87, 6M=7.89, 7Y=7.98} |"
            + " 1990-01-02T00:00:00Z | 1990-01-02T23:00:00Z",
        lines.get(0));
    assertEquals(
        "Daily Treasury par yield curve rates | 1990-12-31/1990-12-31 | {10Y=8.08, 1Y=6.82,"
            + " 2Y=7.15, 30Y=8.26, 3M=6.63, 3Y=7.4, 5Y=7.68, 6M=6.73, 7Y=8.0} |"
            + " 1990-12-31T00:00:00Z | 1990-12-31T23:00:00Z",
        lines.get(249));
  }

  private void curveOfOldFeed(Path body) throws Exception {
    time.set("2021-03-22T20:25:10Z");
    List<String> lines = AnnouncementText.of(curve(body, "2021-01-01"));
    assertEquals(53, lines.size());
    assertEquals(
        "Daily Treasury par yield curve rates | 2021-01-04/2021-01-04 | {10Y=0.93, 1M=0.09,"
            + " 1Y=0.1, 20Y=1.46, 2M=0.09, 2Y=0.11, 30Y=1.66, 3M=0.09, 3Y=0.16, 5Y=0.36,"
            + " 6M=0.09, 7Y=0.64} | 2021-01-04T00:00:00Z | 2021-01-04T23:00:00Z",
        lines.get(0));
  }

  private void curveAsCsv(Path body) {
    time.set("2026-07-03T09:00:00Z");
    ProviderException refusal =
        assertThrows(ProviderException.class, () -> curve(body, "2026-01-01"));
    assertEquals(FailureKind.MALFORMED, refusal.kind());
  }

  private void averageRates(Path body) throws Exception {
    String lastPage =
        """
        {"data":[{"record_date":"2013-11-30","security_type_desc":"Marketable",
        "security_desc":"Treasury Bills","avg_interest_rate_amt":"null"}],
        "meta":{"count":1,"total-count":101},"links":{"next":null}}""";
    try (ProviderServer server =
        server()
            .on(RATES + "?page[number]=1", RecordedProof.answer(body))
            .on(RATES + "?page[number]=2", lastPage)) {
      Announcements read =
          new TreasuryAnnouncementProvider(server.access("treasury", ""))
              .announcements(
                  RecordedProof.query(
                      AnnouncementKind.TREASURY_INTEREST_RATE, LocalDate.parse("2001-01-01")));
      List<String> lines = AnnouncementText.of(read);
      assertEquals(100, lines.size());
      assertEquals(
          "Average interest rate: Marketable, Treasury Bills | 2022-03-31/2022-03-31 |"
              + " {average_interest_rate=0.329} | 2022-03-31T00:00:00Z | 2022-04-30T22:00:00Z",
          lines.get(0));
      assertEquals(1, read.unusable().size(), "the text null is no rate");
      assertEquals(
          RATES
              + "?filter=record_date%3Agte%3A2001-01-01&sort=record_date"
              + "&page%5Bnumber%5D=2&page%5Bsize%5D=100",
          server.targets().get(1));
    }
  }

  private void cutPage(Path body) throws Exception {
    try (ProviderServer server = server().on(RATES, RecordedProof.answer(body))) {
      TreasuryAnnouncementProvider treasury =
          new TreasuryAnnouncementProvider(server.access("treasury", ""));
      AnnouncementQuery query =
          RecordedProof.query(
              AnnouncementKind.TREASURY_INTEREST_RATE, LocalDate.parse("2024-01-01"));
      ProviderException refusal =
          assertThrows(ProviderException.class, () -> treasury.announcements(query));
      assertEquals(FailureKind.MALFORMED, refusal.kind());
    }
  }

  private Announcements curve(Path body, String since) throws Exception {
    try (ProviderServer server = server().on("/rates/pages/xml", RecordedProof.answer(body))) {
      return new TreasuryAnnouncementProvider(server.access("treasury", ""))
          .announcements(
              RecordedProof.query(AnnouncementKind.TREASURY_YIELD_CURVE, LocalDate.parse(since)));
    }
  }

  private ProviderServer server() throws IOException {
    return new ProviderServer(Files.createTempDirectory(temporary, "server"), time);
  }
}
