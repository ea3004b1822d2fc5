package io.stocktrend.source;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import java.util.HashMap;
import java.util.Map;

/**
 * Which providers refuse whatever they are asked, such as for a wrong key, so that they are not
 * asked for the rest. What one plan does not cover looks like a refused key, so it takes several in
 * a row.
 */
final class Refusals {
  private static final int REFUSALS_FOR_ALL = 3;

  private final Map<String, Integer> inARow = new HashMap<>();
  private final Map<String, ProviderException> forAll = new HashMap<>();

  /**
   * Returns if the provider may be asked.
   *
   * @throws ProviderException the refusal that holds for everything
   */
  void check(String provider) throws ProviderException {
    ProviderException refusal = forAll.get(provider);
    if (refusal != null) {
      throw refusal;
    }
  }

  void answered(String provider) {
    inARow.remove(provider);
  }

  void failed(String provider, ProviderException failure) {
    boolean isRefused = failure.kind() == FailureKind.AUTHENTICATION;
    int refused = isRefused ? inARow.merge(provider, 1, Integer::sum) : 0;
    if (!isRefused) {
      inARow.remove(provider);
    }
    if (failure.kind() == FailureKind.QUOTA || refused == REFUSALS_FOR_ALL) {
      forAll.put(provider, failure);
    }
  }
}
