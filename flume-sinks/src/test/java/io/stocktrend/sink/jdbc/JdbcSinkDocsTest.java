package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.sink.JdbcSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.flume.Context;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;

final class JdbcSinkDocsTest {
  private static final Path PAGE = Path.of("../docs/jdbc-sink.md");
  private static final Pattern KEY = Pattern.compile("^\\| `([A-Za-z.]+)` \\|");

  @Test
  void everyKeyIsDocumentedAndEveryDocumentedKeyIsKnown() throws IOException {
    Set<String> documented = new TreeSet<>();
    for (String line : Files.readString(PAGE).split("## Behaviour", 2)[0].lines().toList()) {
      var matcher = KEY.matcher(line);
      if (matcher.find()) {
        documented.add(matcher.group(1));
      }
    }

    assertEquals(knownKeys(), documented);
  }

  /** A key that is near to none is refused with the list of those that are known. */
  private Set<String> knownKeys() {
    JdbcSink sink = new JdbcSink();
    sink.setName("jdbc");
    Context context =
        new Context(Map.of("qqqqqqqqqqqqqqqq", "1", "url", "jdbc:postgresql:db", "user", "u"));
    String refusal =
        assertThrows(ConfigurationException.class, () -> sink.configure(context)).getMessage();
    return new TreeSet<>(Set.of(refusal.replaceFirst(".*known are ", "").split(", ", -1)));
  }
}
