package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flume.Context;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;

class QuarantineSinkDocsTest {
  private static final Path PAGE = Path.of("../docs/interceptors.md");
  private static final Pattern KEY = Pattern.compile("(?m)^\\| `([A-Za-z.]+)` \\|");

  @Test
  void everyKeyIsDocumentedAndEveryDocumentedKeyIsKnown() throws IOException {
    String section = Files.readString(PAGE).split("## Properties of QuarantineSink", 2)[1];
    Set<String> documented = new TreeSet<>();
    Matcher matcher = KEY.matcher(section.split("\n## ", 2)[0]);
    while (matcher.find()) {
      documented.add(matcher.group(1));
    }
    assertEquals(knownKeys(), documented);
  }

  /** A key that is near to none is refused with the list of those that are known. */
  private static Set<String> knownKeys() {
    QuarantineSink sink = new QuarantineSink();
    sink.setName("quarantine");
    Context context = new Context(Map.of("qqqqqqqqqqqqqqqq", "1"));
    String refusal =
        assertThrows(ConfigurationException.class, () -> sink.configure(context)).getMessage();
    return new TreeSet<>(Set.of(refusal.replaceFirst(".*known are ", "").split(", ", -1)));
  }
}
