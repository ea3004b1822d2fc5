package io.stocktrend.interceptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flume.Context;
import org.apache.flume.conf.ConfigurationException;
import org.apache.flume.interceptor.Interceptor;
import org.junit.jupiter.api.Test;

class InterceptorDocsTest {
  private static final Pattern KEY = Pattern.compile("(?m)^\\| `([A-Za-z.]+)` \\|");

  @Test
  void everyKeyIsDocumentedAndEveryDocumentedKeyIsKnown() throws IOException {
    assertEquals(
        known(new ValidationInterceptor.Builder()), documented("## Properties of Validation"));
    assertEquals(
        known(new SymbolFilterInterceptor.Builder()), documented("## Properties of SymbolFilter"));
  }

  private static Set<String> documented(String heading) throws IOException {
    String section = Files.readString(DocumentedWiring.PAGE).split(heading, 2)[1];
    Set<String> keys = new TreeSet<>();
    Matcher matcher = KEY.matcher(section.split("\n## ", 2)[0]);
    while (matcher.find()) {
      keys.add(matcher.group(1));
    }
    return keys;
  }

  /** A key that is near to none is refused with the list of those that are known. */
  private static Set<String> known(Interceptor.Builder builder) {
    Context context = new Context(Map.of("qqqqqqqqqqqqqqqqqqqqqq", "1", "symbols", "AAPL"));
    String refusal =
        assertThrows(ConfigurationException.class, () -> builder.configure(context)).getMessage();
    return new TreeSet<>(Set.of(refusal.replaceFirst(".*known are ", "").split(", ", -1)));
  }
}
