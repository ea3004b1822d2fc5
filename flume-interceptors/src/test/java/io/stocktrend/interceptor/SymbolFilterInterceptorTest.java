package io.stocktrend.interceptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.conf.ConfigurationException;
import org.apache.flume.event.EventBuilder;
import org.apache.flume.interceptor.Interceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolFilterInterceptorTest {
  private static final Event APPLE = Records.event(Records.quote("AAPL").build());
  private static final Event COLA = Records.event(Records.bar("KO").build());
  private static final Event MARKET = Records.event(Records.article("").setSymbol(null).build());
  private static final Event MACRO = Records.event(Records.observation().build());
  private static final Event NOISE = EventBuilder.withBody("noise", StandardCharsets.UTF_8);

  @TempDir Path folder;

  private static Interceptor filter(Map<String, String> settings) {
    SymbolFilterInterceptor.Builder builder = new SymbolFilterInterceptor.Builder();
    builder.configure(new Context(settings));
    return builder.build();
  }

  private static String refusal(Map<String, String> settings) {
    return assertThrows(ConfigurationException.class, () -> filter(settings)).getMessage();
  }

  @Test
  void keepLetsOnlyTheListedSymbolsPass() {
    Interceptor keep = filter(Map.of("symbols", "aapl"));
    assertSame(APPLE, keep.intercept(APPLE));
    assertNull(keep.intercept(COLA));
  }

  @Test
  void dropLeavesOutTheListedSymbols() {
    Interceptor drop = filter(Map.of("symbols", "AAPL, MSFT", "mode", "drop"));
    assertNull(drop.intercept(APPLE));
    assertSame(COLA, drop.intercept(COLA));
  }

  @Test
  void anEventWithoutASymbolPassesInEitherMode() {
    List<Event> without = List.of(MARKET, MACRO, NOISE);
    for (String mode : List.of("keep", "drop")) {
      Interceptor filter = filter(Map.of("symbols", "AAPL", "mode", mode));
      assertEquals(without, filter.intercept(without));
    }
  }

  @Test
  void whatIsLeftOutIsCounted() throws Exception {
    Interceptor counted = filter(Map.of("symbols", "AAPL", "component", "counted-filter"));
    counted.initialize();
    assertEquals(List.of(APPLE, MACRO), counted.intercept(List.of(APPLE, COLA, MACRO)));
    ObjectName name = new ObjectName("org.apache.flume.interceptor:type=counted-filter");
    var server = ManagementFactory.getPlatformMBeanServer();
    assertEquals(2L, server.getAttribute(name, "EventPassedCount"));
    assertEquals(1L, server.getAttribute(name, "EventRefusedCount"));
    counted.close();
  }

  @Test
  void theListMayBeAFileOfLinesOrTheUniverseItself() throws Exception {
    Path lines = Files.writeString(folder.resolve("a.txt"), "\uFEFFAAPL # Apple\n\n# none\nMSFT\n");
    Path table =
        Files.writeString(
            folder.resolve("a.csv"), "symbol,name,sector,from,to\nAAPL,\"A, B\",,,\n");
    for (Path file : List.of(lines, table)) {
      Interceptor keep = filter(Map.of("symbols", "@" + file));
      assertEquals(List.of(APPLE), keep.intercept(List.of(APPLE, COLA)));
    }
  }

  @Test
  void aListThatIsMissingEmptyOrUnreadableIsRefused() throws Exception {
    assertEquals("interceptor symbolFilter: symbols is missing: set it", refusal(Map.of()));
    Path empty = Files.writeString(folder.resolve("empty"), "# nothing\n");
    for (String nothing : List.of("@" + empty, ",")) {
      assertEquals(
          "interceptor symbolFilter: symbols = '"
              + nothing
              + "' is not allowed: give at least one symbol, or a file that names one",
          refusal(Map.of("symbols", nothing)));
    }
    String unreadable = refusal(Map.of("symbols", "@" + folder.resolve("none")));
    assertTrue(unreadable.contains("give a readable file with one symbol a line"), unreadable);
    assertEquals(
        "interceptor symbolFilter: mode = 'hide' is not allowed: give one of keep, drop",
        refusal(Map.of("symbols", "AAPL", "mode", "hide")));
  }
}
