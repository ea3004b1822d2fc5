package io.stocktrend.sink.mongodb;

/**
 * Keys of maps as MongoDB's queries can name them: {@code .} as {@code %2E}, a leading {@code $} as
 * {@code %24}, NUL as {@code %00}, and so {@code %} as {@code %25}.
 */
final class MapKeys {
  private MapKeys() {}

  static String escape(String key) {
    String escaped = key.replace("%", "%25").replace(".", "%2E").replace("\0", "%00");
    return escaped.startsWith("$") ? "%24" + escaped.substring(1) : escaped;
  }
}
