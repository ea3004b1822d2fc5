package io.stocktrend.source.provider;

import io.stocktrend.source.http.ProviderClient;
import io.stocktrend.source.http.ProvidersFile;
import java.time.Clock;
import okhttp3.HttpUrl;

/**
 * What a provider's client needs to ask: HTTP within the provider's limits, its URLs, its key, the
 * time.
 *
 * @param apiKey empty where the provider needs none
 */
public record ProviderAccess(ProviderClient http, ProvidersFile urls, String apiKey, Clock clock) {
  /** The URL of that key, e.g. {@code yahoo.baseUrl}, with the path appended. */
  public HttpUrl.Builder url(String key, String path) {
    HttpUrl.Builder builder = urls.url(key).newBuilder();
    return path.isEmpty() ? builder : builder.addPathSegments(path);
  }

  @Override
  public String toString() {
    return "ProviderAccess[the key is not shown]";
  }
}
