package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultFileTest {

  @TempDir private Path folder;

  @Test
  void rulesAreReadInTheirOrder() throws Exception {
    List<Fault> faults =
        read(
            """
            [{"route": "yahoo.quote", "kind": "status", "status": 503, "after": 2, "times": 1},
             {"route": "*", "symbol": "TSLA", "kind": "missing-members",
              "members": ["marketCap", "52WeekHigh"]}]
            """);
    assertEquals(
        List.of(
            new Fault("yahoo.quote", FaultKind.STATUS, "", 2, 1, Map.of("status", "503")),
            new Fault(
                "*",
                FaultKind.MISSING_MEMBERS,
                "TSLA",
                0,
                Fault.FOR_EVER,
                Map.of("members", "marketCap,52WeekHigh"))),
        faults);
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void everyKindHasANameForFiles(FaultKind kind) throws Exception {
    assertEquals(kind, FaultKind.named(kind.fileName()).orElseThrow());
    assertTrue(kind.fileName().matches("[a-z0-9-]+"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"route\":\"*\",\"kind\":\"stauts\"} | unknown kind 'stauts': use one of invalid-crumb",
        "{\"kind\":\"cut\"} | 'route' is missing: give it as text",
        "{\"route\":\"*\"} | 'kind' is missing: give it as text",
        "{\"route\":\"*\",\"kind\":\"cut\",\"times\":0} | times = 0: give 1 or more",
        "{\"route\":\"*\",\"kind\":\"cut\",\"after\":\"x\"} | after = \"x\": give a whole number",
        "{\"route\":\"*\",\"kind\":\"cut\",\"bytes\":9} | kind cut has no 'bytes'",
        "{\"route\":\"*\",\"kind\":\"slow\",\"millis\":-1} | millis = -1: give a whole number from 0",
        "7 | 'kind' is missing"
      })
  void aWrongRuleIsNamedWithWhatIsWrong(String rule, String problem) {
    String healthy = "{\"route\":\"*\",\"kind\":\"cut\"}";
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> read("[" + healthy + "," + rule + "]"));
    assertTrue(refused.getMessage().startsWith("rule 2 of " + file() + ": "), refused.getMessage());
    assertTrue(refused.getMessage().contains(problem), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{} | holds no array of rules", "[{ | is no JSON"})
  void aFileThatIsNoArrayIsRefusedByName(String text, String problem) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> read(text));
    assertTrue(refused.getMessage().startsWith(file() + " " + problem), refused.getMessage());
  }

  @Test
  void aMissingFileIsAnInputError() {
    assertThrows(NoSuchFileException.class, () -> FaultFile.read(folder.resolve("none")));
  }

  private Path file() {
    return folder.resolve("faults.json");
  }

  private List<Fault> read(String text) throws IOException {
    return FaultFile.read(Files.writeString(file(), text));
  }
}
