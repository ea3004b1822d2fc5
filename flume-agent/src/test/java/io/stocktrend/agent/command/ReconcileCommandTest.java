package io.stocktrend.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReconcileCommandTest {
  @TempDir Path root;
  private CopyRun run;

  @BeforeEach
  void primary() throws Exception {
    for (Dataset dataset : Dataset.values()) {
      CopyRun.fill(root, dataset);
    }
    run = new CopyRun(root, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json"})
  void aCopyOfEveryDatasetHasNoDifference(String kind) throws Exception {
    run.copy("--to", kind);
    run.lines();

    assertEquals(0, run.reconcile("--with", kind));

    assertEquals(
        Stream.of(Dataset.values())
            .map(dataset -> dataset.id() + ": 20 rows of 1 days compared, 0 differences")
            .toList(),
        run.lines());
    assertEquals("", run.errors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json"})
  void aMissingAnExtraAndAChangedRowAreNamedAndTheExitCodeIsOne(String kind) throws Exception {
    run.copy("--to", kind);
    run.lines();
    Path part = part(kind);
    List<String> rows = new ArrayList<>(Files.readAllLines(part));
    rows.remove(rows.size() - 1);
    rows.add(rows.get(rows.size() - 1).replaceFirst("fact18", "stray"));
    rows.replaceAll(row -> row.contains("fact0|") ? row.replaceFirst("text[0-9]+", "x") : row);
    Files.write(part, rows);

    assertEquals(1, run.reconcile("--with", kind, "policy_data"));

    List<String> lines = run.lines();
    assertEquals(4, lines.size(), lines::toString);
    assertTrue(
        lines.get(0).matches("policy_data 2026-11-02: fact0.*Z differs in \\w+"), lines.get(0));
    assertEquals(
        List.of(
            "policy_data 2026-11-02: fact19|2026-11-02T01:00:00.000000Z is missing there",
            "policy_data 2026-11-02: stray|2026-11-02T01:00:00.000000Z is there, but not in the"
                + " primary",
            "policy_data: 20 rows of 1 days compared, 3 differences"),
        lines.subList(1, 4));
  }

  @Test
  void aMissingRowIsCompletedByACopy() throws Exception {
    run.copy("--to", "csv");
    Path part = part("csv");
    List<String> rows = Files.readAllLines(part);
    Files.write(part, rows.subList(0, rows.size() - 1));
    assertEquals(1, run.reconcile("--with", "csv"));

    run.copy("--to", "csv", "policy_data");

    assertEquals(0, run.reconcile("--with", "csv"));
  }

  @Test
  void onlyTheDaysAskedForAreCompared() throws Exception {
    assertEquals(0, run.reconcile("--with", "csv", "--from", "2026-11-03"));
    assertEquals(0, run.reconcile("--with", "csv", "--to", "2026-11-02"));
    run.lines();

    assertEquals(
        1,
        run.reconcile("--with", "csv", "--from", "2026-11-02", "--to", "2026-11-03", "news_data"));
    assertEquals("news_data: 20 rows of 1 days compared, 20 differences", last(run.lines()));
  }

  @Test
  void aRangeWithoutADayIsRefused() {
    ClientException refused =
        assertThrows(
            ClientException.class,
            () -> run.reconcile("--with", "csv", "--from", "2026-11-02", "--to", "2026-11-02"));

    assertEquals(Fault.REQUEST, refused.fault());
    assertTrue(refused.getMessage().startsWith("--to is 2026-11-02: a day after --from"));
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    run.copy("--to", "json");
    Files.writeString(part("json"), "{\"record_id\": ");

    ClientException failed =
        assertThrows(ClientException.class, () -> run.reconcile("--with", "json", "policy_data"));

    assertEquals(Fault.DATA, failed.fault());
    assertTrue(failed.getMessage().contains(part("json").toString()), failed::getMessage);
  }

  private Path part(String kind) throws IOException {
    Path folder = root.resolve(kind).resolve("context/policy_data/date=2026-11-02");
    try (Stream<Path> parts = Files.list(folder)) {
      return parts.findFirst().orElseThrow();
    }
  }

  private static String last(List<String> lines) {
    return lines.get(lines.size() - 1);
  }
}
