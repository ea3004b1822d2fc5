package io.stocktrend.source;

import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementProvider;
import io.stocktrend.source.provider.ProviderEntry;
import io.stocktrend.source.provider.federalreserve.FederalReserveAnnouncementProvider;
import io.stocktrend.source.provider.treasury.TreasuryAnnouncementProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The providers of announcements, and the kinds that each of them has. */
final class AnnouncementProviders {
  static final List<ProviderEntry<AnnouncementProvider>> ALL =
      List.of(
          ProviderEntry.keyless("federalreserve", FederalReserveAnnouncementProvider::new),
          ProviderEntry.keyless("treasury", TreasuryAnnouncementProvider::new));

  static final Map<String, Set<AnnouncementKind>> KINDS =
      Map.of(
          "federalreserve", FederalReserveAnnouncementProvider.KINDS,
          "treasury", TreasuryAnnouncementProvider.KINDS);

  private AnnouncementProviders() {}
}
