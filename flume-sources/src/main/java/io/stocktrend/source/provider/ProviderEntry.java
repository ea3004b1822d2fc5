package io.stocktrend.source.provider;

import java.util.function.Function;

/**
 * A provider that can be named in {@code providers}.
 *
 * @param name e.g. {@code finnhub}
 * @param needsKey whether it answers nobody without a key
 * @param create makes its client
 */
public record ProviderEntry<P>(String name, boolean needsKey, Function<ProviderAccess, P> create) {
  /** A provider that answers without a key. */
  public static <P> ProviderEntry<P> keyless(String name, Function<ProviderAccess, P> create) {
    return new ProviderEntry<>(name, false, create);
  }

  /** A provider that needs a key. */
  public static <P> ProviderEntry<P> keyed(String name, Function<ProviderAccess, P> create) {
    return new ProviderEntry<>(name, true, create);
  }
}
