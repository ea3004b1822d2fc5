package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniverseTest {
  private static final String HEADER = "symbol,name,sector,from,to\n";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-02T15:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void theShippedListHas503Members() {
    Universe universe = read(Map.of("symbols", "@../conf/sp500.csv"));
    List<String> symbols = universe.on(TODAY);
    assertEquals(503, symbols.size());
    assertTrue(symbols.containsAll(List.of("AAPL", "BRK.B", "BF.B", "TSLA")));
    assertTrue(universe.on(LocalDate.of(2000, 1, 3)).size() < 503, "some were added later");
  }

  @Test
  void onlyTheMembersOfTheDayAreAskedFor() throws Exception {
    Universe universe =
        read(
            HEADER
                + "AAPL,Apple Inc.,Technology,1982-11-30,\n"
                + "\n# gone since\n"
                + "OLD,\"Old, \"\"Inc.\"\"\",Energy,,2026-11-02\n"
                + "NEW,New,Energy,2026-11-03,\n"
                + "OLD,Old again,Energy,2027-01-04,2027-01-05\n");
    assertEquals(List.of("AAPL", "OLD"), universe.on(TODAY));
    assertEquals(List.of("AAPL", "NEW"), universe.on(TODAY.plusDays(1)));
    assertEquals(List.of("AAPL", "NEW", "OLD"), universe.on(LocalDate.of(2027, 1, 5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "symbol,name,from,to|line 1|the header symbol,name,sector,from,to",
        "symbol,name,sector,from,to;AAPL,Apple,Tech|line 2|the five columns",
        "symbol,name,sector,from,to;AAPL,\"Apple,Tech,,|line 2|the five columns",
        "symbol,name,sector,from,to;AA/PL,Apple,Tech,,|'AA/PL'|ticker symbols such as AAPL",
        "symbol,name,sector,from,to;AAPL,Apple,Tech,1982,|'1982'|a day such as 2026-11-23",
        "symbol,name,sector,from,to;A,A,T,2020-01-02,2020-01-01|line 2|a day not before 2020-01-02",
        "symbol,name,sector,from,to;A,A,T,2030-01-02,|symbols = '@|at least one symbol"
      })
  void aWrongLineIsNamedWithWhatIsAllowed(String lines, String where, String allowed) {
    ConfigurationException refused =
        assertThrows(ConfigurationException.class, () -> read(lines.replace(';', '\n')));
    assertTrue(refused.getMessage().contains(where), refused.getMessage());
    assertTrue(refused.getMessage().contains("give " + allowed), refused.getMessage());
  }

  private Universe read(String content) throws Exception {
    Path file = Files.writeString(folder.resolve("universe.csv"), content);
    return read(Map.of("symbols", "@" + file));
  }

  private static Universe read(Map<String, String> values) {
    return Universe.read(Settings.of("source movements", values), List.of(), NOW);
  }
}
