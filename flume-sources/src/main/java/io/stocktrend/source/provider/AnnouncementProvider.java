package io.stocktrend.source.provider;

import io.stocktrend.source.http.ProviderException;

/** Asks one provider for the announcements of one kind. */
@FunctionalInterface
public interface AnnouncementProvider {
  /**
   * What the provider has of that kind, one row's fault costing no other row.
   *
   * @throws ProviderException if there is nothing to read at all
   * @throws InterruptedException if the agent stops
   */
  Announcements announcements(AnnouncementQuery query)
      throws ProviderException, InterruptedException;
}
