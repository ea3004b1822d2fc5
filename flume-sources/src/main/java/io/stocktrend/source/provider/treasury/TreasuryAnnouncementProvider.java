package io.stocktrend.source.provider.treasury;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementProvider;
import io.stocktrend.source.provider.AnnouncementQuery;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.ProviderAccess;
import java.util.EnumSet;
import java.util.Set;

/** Yield curve, average interest rates, debt and auctions since a day. */
public final class TreasuryAnnouncementProvider implements AnnouncementProvider {
  /** The kinds that it has. */
  public static final Set<AnnouncementKind> KINDS =
      Set.copyOf(EnumSet.range(AnnouncementKind.TREASURY_AUCTION, AnnouncementKind.TREASURY_DEBT));

  private final YieldCurveReader curve;
  private final InterestRateReader rates;
  private final DebtReader debt;
  private final AuctionReader auctions;

  public TreasuryAnnouncementProvider(ProviderAccess access) {
    StatusPolicy statuses = new StatusPolicy(TreasuryRows.PROVIDER, access.clock());
    FiscalData data = new FiscalData(access, statuses);
    this.curve = new YieldCurveReader(access, statuses);
    this.rates = new InterestRateReader(data);
    this.debt = new DebtReader(data);
    this.auctions = new AuctionReader(access, statuses);
  }

  @Override
  public Announcements announcements(AnnouncementQuery query)
      throws ProviderException, InterruptedException {
    return switch (query.kind()) {
      case TREASURY_AUCTION -> auctions.read(query);
      case TREASURY_YIELD_CURVE -> curve.read(query);
      case TREASURY_INTEREST_RATE -> rates.read(query);
      case TREASURY_DEBT -> debt.read(query);
      default -> throw new IllegalArgumentException("the Treasury has no " + query.kind());
    };
  }
}
