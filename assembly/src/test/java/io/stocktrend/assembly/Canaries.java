package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Planted keys that must be found nowhere. */
record Canaries(List<String> keys) {
  private static final String UNMASKED =
      """
      <Configuration status="ERROR" shutdownHook="disable">
        <Appenders>
          <Console name="out" target="SYSTEM_OUT">
            <PatternLayout pattern="%d %-5p %t %c: %m%n%xEx"/>
          </Console>
        </Appenders>
        <Loggers><Root level="TRACE"><AppenderRef ref="out"/></Root></Loggers>
      </Configuration>
      """;

  /** The option for a log that neither masks nor leaves out anything. */
  static String unmaskedLog(Path folder) throws IOException {
    Path log = Files.writeString(folder.resolve("unmasked.xml"), UNMASKED);
    return "-Dlog4j2.configurationFile=" + log;
  }

  void assertHiddenIn(String where, String text) {
    for (String key : keys) {
      int at = text.indexOf(key);
      assertFalse(
          at >= 0,
          () ->
              where
                  + ": "
                  + text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100)));
    }
  }

  /** In no file of the folder but the credentials, nor in its name. */
  void assertHiddenBelow(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> !file.endsWith("credentials.json")).toList();
    }
    for (Path file : files) {
      assertHiddenIn("the name " + file, file.toString());
      if (Files.isRegularFile(file)) {
        assertHiddenIn(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertTrue(files.size() > 10, files::toString);
  }
}
