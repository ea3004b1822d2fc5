package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Agents that are to run beside each other, in one check. */
final class CheckedTogetherTest {
  private static final Map<String, String> OWN_FOLDERS =
      Map.of(
          "/store/", "/other/store/", "/spare/", "/other/spare/", "/raw/", "/b/", "/copy/", "/c/");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path raw;
  private String text;

  @BeforeEach
  void write() throws IOException {
    raw = BrokenAgent.NOT.write(folder);
    text = Files.readString(raw).replaceAll("(?m)^raw[.]", "other.");
  }

  @Test
  void whatTwoAgentsWouldShareIsNamedOnceForEachFolder() throws IOException {
    assertEquals(1, check(text.replace("movements", "bars")));
    List<String> lines = lines();
    assertEquals(
        "stocktrend: channel spare: checkpointDir = 'FOLDER/spare/checkpoint' overlaps"
            + " raw.channels.spare.checkpointDir of the agent raw in FOLDER/raw.properties:28"
            + " ('FOLDER/spare/checkpoint'): give it a folder of its own, two channels in one folder"
            + " lose events (other.channels.spare.checkpointDir in FOLDER/other.properties:28)",
        lines.get(0));
    assertEquals(
        "stocktrend: sink copy: path = 'FOLDER/copy' overlaps raw.sinks.copy.path of the agent raw"
            + " in FOLDER/raw.properties:38 ('FOLDER/copy'): give it a folder of its own, two sinks"
            + " in one folder disturb each other (other.sinks.copy.path in"
            + " FOLDER/other.properties:38)",
        lines.get(4));
    assertEquals(
        "stocktrend: source quotes: stateDir = 'FOLDER/state/quotes' overlaps"
            + " raw.sources.quotes.stateDir of the agent raw in FOLDER/raw.properties:12"
            + " ('FOLDER/state/quotes'): give it a stateDir of its own, two sources of one name in"
            + " one lose their place (other.sources.quotes.stateDir in FOLDER/other.properties:12)",
        lines.get(6));
    assertEquals(7, lines.size(), lines::toString);
    assertTrue(out.toString().contains("raw.properties, agent raw: fine"), out::toString);
    assertTrue(out.toString().contains("other.properties, agent other: 7 findings"));
  }

  @Test
  void sourcesOfDifferentNamesMayShareAStateFolder() throws IOException {
    String apart = text.replace("movements", "bars").replace("quotes", "prices");
    for (Map.Entry<String, String> own : OWN_FOLDERS.entrySet()) {
      apart = apart.replace(own.getKey(), own.getValue());
    }
    assertEquals(0, check(apart), err::toString);
  }

  @Test
  void twoFilesOfOneAgentAreTwoVersionsOfIt() throws IOException {
    assertEquals(0, check(Files.readString(raw)), err::toString);
  }

  private int check(String other) throws IOException {
    Path file = Files.writeString(folder.resolve("other.properties"), other);
    Clock clock = Clock.fixed(Instant.parse("2026-11-23T14:20:00Z"), ZoneOffset.UTC);
    CommandLine line = new CommandLine(new CheckCommand(clock));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(raw.toString(), file.toString());
  }

  private List<String> lines() {
    return err.toString().replace(folder.toString(), "FOLDER").lines().toList();
  }
}
