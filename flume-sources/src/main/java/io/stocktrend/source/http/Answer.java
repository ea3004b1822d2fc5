package io.stocktrend.source.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.MediaType;

/**
 * What a provider sent, whole: status, headers by name in any case, and the decompressed body.
 *
 * @param body not copied; nobody writes to it
 */
@SuppressWarnings("ArrayRecordComponent") // Answers are read, never compared.
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  public Answer {
    TreeMap<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> byName.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
    byName.replaceAll((name, values) -> List.copyOf(values));
    headers = Collections.unmodifiableMap(byName);
  }

  /** The first value of the header of that name, in any case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** All values of the header of that name, such as several {@code Set-Cookie}. */
  public List<String> headers(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** Whether the status is 200 to 299. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /**
   * The body as text without byte order mark, in the charset of the mark, else of {@code
   * Content-Type}, else UTF-8.
   */
  public String text() {
    String text = new String(body, charset());
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private Charset charset() {
    if (startsWith(0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    if (startsWith(0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    MediaType type = header("Content-Type").map(MediaType::parse).orElse(null);
    return type == null ? StandardCharsets.UTF_8 : type.charset(StandardCharsets.UTF_8);
  }

  private boolean startsWith(int... mark) {
    if (body.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((body[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
