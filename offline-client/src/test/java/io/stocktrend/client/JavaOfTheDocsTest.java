package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on the client says of Java. */
final class JavaOfTheDocsTest {
  private static final Path PAGE = Path.of("../docs/client.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");
  private static final Pattern OPTION_ROW =
      Pattern.compile("(?m)^\\| `[^|]*\\| `--[^|]*\\(([^)|]*)\\) \\|");
  private static final Pattern SPAN = Pattern.compile("`(\\w+)`");

  @TempDir private Path folder;

  @Test
  void itCompiles() throws IOException {
    String code =
        BLOCK
            .matcher(Files.readString(PAGE))
            .results()
            .map(block -> "{" + block.group(1) + "}")
            .collect(Collectors.joining());
    assertTrue(code.contains("MarketDataClient.open"), code);
    StringWriter errors = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    assertTrue(
        compiler.getTask(errors, null, null, options, null, List.of(source(code))).call(),
        errors::toString);
  }

  @Test
  void everyMethodThatStandsBesideAnOptionIsThere() throws IOException {
    Set<String> named =
        OPTION_ROW
            .matcher(Files.readString(PAGE))
            .results()
            .flatMap(row -> SPAN.matcher(row.group(1)).results())
            .map(method -> method.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(named.size() > 8, named::toString);
    Stream.of(DatasetQuery.class, FeatureQuery.class)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .forEach(method -> named.remove(method.getName()));
    assertEquals(Set.of(), named);
  }

  private static JavaFileObject source(String code) {
    String text =
        "import io.stocktrend.client.*; import io.stocktrend.client.model.*;"
            + "import java.nio.file.*; import java.time.*; import java.util.*;"
            + "class Snippet { void run() throws Exception "
            + code
            + "}";
    return new SimpleJavaFileObject(
        URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
