package io.stocktrend.source.provider.treasury;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementText;
import io.stocktrend.source.provider.Announcements;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public debt, page by page. */
class DebtToThePennyTest {
  private static final String DEBT = "/fiscal/v2/accounting/od/debt_to_penny";

  @TempDir Path folder;
  private TreasuryRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new TreasuryRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void debtIsKnownByTheNextRowsEveningAndTheNewestUnknown() throws Exception {
    rig.server()
        .on(
            DEBT + "?page[number]=1",
            page(debt("2025-12-31", "2.50", "1"), 3, "&page%5Bnumber%5D=2&page%5Bsize%5D=100"))
        .on(
            DEBT + "?page[number]=2",
            page(debt("2026-01-02", "null", "") + "," + debt("2026-01-05", "3", "null"), 3, null));

    Announcements read = rig.read(AnnouncementKind.TREASURY_DEBT, "2025-12-01");

    assertEquals(
        List.of(
            "Debt to the penny | 2025-12-31/2025-12-31 | {intragovernmental_holdings=1.0,"
                + " total_public_debt=2.5} | 2025-12-31T00:00:00Z | 2026-01-05T23:00:00Z",
            "Debt to the penny | 2026-01-05/2026-01-05 | {total_public_debt=3.0} |"
                + " 2026-01-05T00:00:00Z | unknown"),
        AnnouncementText.of(read));
    assertEquals(List.of("the debt of 2026-01-02 lacks its day or every amount"), read.unusable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://elsewhere.example/", "/other", "?a=b", "&page=2#x", "&a=b&c"})
  void aLinkToTheNextPageLeadsNowhereElse(String link) {
    rig.server().on(DEBT, page(debt("2026-01-02", "2", "1"), 2, link));
    assertEquals(FailureKind.MALFORMED, rig.failure(AnnouncementKind.TREASURY_DEBT));
    assertEquals(1, rig.server().targets().size());
  }

  @Test
  void pagesThatEndTooEarlyAreNoAnswer() {
    rig.server().on(DEBT, page(debt("2026-01-02", "2", "1"), 2, null));
    assertEquals(FailureKind.MALFORMED, rig.failure(AnnouncementKind.TREASURY_DEBT));
  }

  @Test
  void aLinkBackToAPageIsNoAnswer() {
    rig.server()
        .on(DEBT, page(debt("2026-01-02", "2", "1"), 2, "&page%5Bnumber%5D=1&page%5Bsize%5D=100"));
    assertEquals(FailureKind.MALFORMED, rig.failure(AnnouncementKind.TREASURY_DEBT));
    assertEquals(1, rig.server().targets().size());
  }

  private static String debt(String day, String total, String intragov) {
    return "{\"record_date\":\"%s\",\"tot_pub_debt_out_amt\":\"%s\",\"intragov_hold_amt\":\"%s\"}"
        .formatted(day, total, intragov);
  }

  private static String page(String rows, int total, String next) {
    String link = next == null ? "null" : '"' + next + '"';
    return "{\"data\":[%s],\"meta\":{\"total-count\":%d},\"links\":{\"next\":%s}}"
        .formatted(rows, total, link);
  }
}
