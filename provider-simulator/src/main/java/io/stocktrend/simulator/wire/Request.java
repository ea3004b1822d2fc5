package io.stocktrend.simulator.wire;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it arrived.
 *
 * @param path decoded path
 * @param query decoded parameters, the last one of equal names
 * @param headers by name, whatever the case
 * @param receivedAt the simulator's clock at arrival
 * @param form decoded fields of a posted form, none of a GET
 */
public record Request(
    String path,
    Map<String, String> query,
    Map<String, List<String>> headers,
    Instant receivedAt,
    Map<String, String> form) {

  /** A request for this URI. */
  public static Request of(URI uri, Map<String, List<String>> headers, Instant receivedAt) {
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    return new Request(
        uri.getPath(),
        Collections.unmodifiableMap(parse(uri.getRawQuery())),
        Collections.unmodifiableMap(byName),
        receivedAt,
        Map.of());
  }

  /** This request with the fields of a form, as they are encoded in its body. */
  public Request withForm(String body) {
    return new Request(path, query, headers, receivedAt, Collections.unmodifiableMap(parse(body)));
  }

  /** A query parameter that is there and not blank. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  /** The first header of this name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The value of a cookie, empty where it was not sent. */
  public Optional<String> cookie(String name) {
    String prefix = name + "=";
    return headers.getOrDefault("Cookie", List.of()).stream()
        .flatMap(header -> List.of(header.split(";", -1)).stream())
        .map(String::trim)
        .filter(pair -> pair.startsWith(prefix))
        .map(pair -> pair.substring(prefix.length()))
        .findFirst();
  }

  /** What the request asks about: {@code symbols} or {@code symbol}, else the path's last part. */
  public List<String> symbols() {
    Optional<String> named = parameter("symbols").or(() -> parameter("symbol"));
    return named
        .map(symbols -> List.of(symbols.split(",", -1)))
        .orElseGet(() -> List.of(lastPathPart()));
  }

  /** The path's last part. */
  public String lastPathPart() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Map<String, String> parse(String rawQuery) {
    Map<String, String> query = new LinkedHashMap<>();
    if (rawQuery == null) {
      return query;
    }
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      query.put(decode(name), decode(value));
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
