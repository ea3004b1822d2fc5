package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.sink.batch.BatchSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flume.Context;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileSinkDocsTest {
  private static final Pattern KEY = Pattern.compile("(?m)^\\| `([A-Za-z.]+)` \\|");
  private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyKeyIsDocumentedAndEveryDocumentedKeyIsKnown(FileKind kind) throws IOException {
    Set<String> documented = new TreeSet<>();
    Matcher matcher = KEY.matcher(page(kind).split("## Behaviour", 2)[0]);
    while (matcher.find()) {
      documented.add(matcher.group(1));
    }
    assertEquals(knownKeys(kind), documented);
  }

  @ParameterizedTest
  @EnumSource
  void everyPageHasTheSameOrder(FileKind kind) throws IOException {
    List<String> headings =
        HEADING.matcher(page(kind)).results().map(heading -> heading.group(1)).toList();
    assertEquals(
        List.of(
            "Minimal configuration",
            "Properties",
            "Behaviour",
            "Limits",
            "Type mapping",
            "Example"),
        headings);
  }

  private static String page(FileKind kind) throws IOException {
    return Files.readString(Path.of("../docs/" + kind.id() + "-sink.md"));
  }

  /** A key that is near to none is refused with the list of those that are known. */
  private Set<String> knownKeys(FileKind kind) {
    BatchSink sink = kind.sink();
    sink.setName(kind.id());
    Context context = new Context(Map.of("qqqqqqqqqqqqqqqq", "1", "path", folder + "/%{dataset}"));
    String refusal =
        assertThrows(ConfigurationException.class, () -> sink.configure(context)).getMessage();
    return new TreeSet<>(Set.of(refusal.replaceFirst(".*known are ", "").split(", ", -1)));
  }
}
