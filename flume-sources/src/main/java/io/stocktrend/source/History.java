package io.stocktrend.source;

import io.stocktrend.source.http.ProviderException;
import java.io.IOException;
import java.util.List;

/** Asks providers for the past. */
interface History {
  /**
   * Asks for one item and offers what is within its spans and not stored.
   *
   * @return why it was not obtained, provider by provider; empty if it was
   * @throws InterruptedException if the program stops
   */
  List<ProviderException> ask(Wanted wanted, Emitter emitter)
      throws IOException, InterruptedException;
}
