package io.stocktrend.source.provider.treasury;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementQuery;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/** The Treasury's announcements, early in January 2026, from a server that the test plays. */
final class TreasuryRig implements AutoCloseable {
  private final ProviderServer server;
  private final TreasuryAnnouncementProvider treasury;

  TreasuryRig(Path folder) throws IOException {
    server = new ProviderServer(folder, new SteppedTime("2026-01-05T09:00:00Z"));
    treasury = new TreasuryAnnouncementProvider(server.access("treasury", ""));
  }

  ProviderServer server() {
    return server;
  }

  Announcements read(AnnouncementKind kind, String since)
      throws ProviderException, InterruptedException {
    return treasury.announcements(
        new AnnouncementQuery(kind, LocalDate.parse(since), key -> false));
  }

  FailureKind failure(AnnouncementKind kind) {
    return assertThrows(ProviderException.class, () -> read(kind, "2026-01-01")).kind();
  }

  @Override
  public void close() {
    server.close();
  }
}
