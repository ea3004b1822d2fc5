package io.stocktrend.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.cli.Stdio;
import io.stocktrend.record.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CompactCommandTest {
  @TempDir Path root;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private boolean terminal;

  @Test
  void everyFinishedDayOfEveryDatasetIsCompacted() throws Exception {
    fill(Dataset.FINANCIAL_DATA, Parts.DAY);
    fill(Dataset.POLICY_DATA, Parts.DAY);
    fill(Dataset.POLICY_DATA, Parts.DAY.plusDays(1));

    assertEquals(0, run());

    List<String> lines = text(out).lines().toList();
    assertEquals(5, lines.size());
    assertTrue(
        lines
            .get(0)
            .startsWith(
                "financial_data: 2 files of 1 days became 1; 2 rows, 0 repeated and 0 superseded"),
        lines.get(0));
    assertEquals("stock_movements: nothing to compact", lines.get(1));
    assertTrue(lines.get(4).startsWith("policy_data: 2 files of 1 days"), "today stays");
    assertEquals("", text(err));
  }

  @Test
  void onATerminalProgressIsShownAndErased() throws Exception {
    terminal = true;
    fill(Dataset.NEWS_DATA, Parts.DAY);

    assertEquals(0, run());

    assertEquals("\r\u001b[Knews_data 2026-11-02: 2 rows in one file\r\u001b[K", text(err));
  }

  @Test
  void aDamagedPartIsNamedAndTheExitCodeIsOne() throws Exception {
    fill(Dataset.NEWS_DATA, Parts.DAY);
    Path damaged = Parts.write(root, Dataset.NEWS_DATA, Parts.DAY, 9, List.of());
    Files.writeString(damaged, "noise");

    assertEquals(1, run("news_data"));

    assertTrue(
        text(err)
            .startsWith(
                "stocktrend: news_data 2026-11-02 stays as it is: the part file " + damaged),
        text(err));
  }

  @Test
  void aDayThatIsNotOverIsRefused() {
    ClientException refused =
        assertThrows(ClientException.class, () -> run("--before", "2026-11-04"));
    assertEquals(ClientException.Fault.REQUEST, refused.fault());
    assertTrue(refused.getMessage().startsWith("--before is 2026-11-04: 2026-11-03"));
  }

  @Test
  void whereNothingCanBeWrittenTheAdviceSaysSo() throws Exception {
    fill(Dataset.NEWS_DATA, Parts.DAY);
    Files.createFile(root.resolve("raw/_compact"));

    ClientException failed = assertThrows(ClientException.class, this::run);

    assertTrue(
        failed.getMessage().endsWith("a file stands where a folder is needed: move it away"),
        failed.getMessage());
  }

  private void fill(Dataset dataset, LocalDate day) throws Exception {
    RandomRows rows = new RandomRows(dataset, 1);
    Parts.write(root, dataset, day, 1, List.of(rows.row(1, 1)));
    Parts.write(root, dataset, day, 2, List.of(rows.row(2, 1)));
  }

  private int run(String... arguments) {
    Stdio stdio = new Stdio(out, new PrintStream(err, true, StandardCharsets.UTF_8), terminal, 80);
    Clock clock =
        Clock.fixed(Parts.DAY.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    CommandLine line = new CommandLine(new CompactCommand(stdio, clock));
    line.registerConverter(Dataset.class, name -> Dataset.byId(name).orElseThrow());
    List<String> all = new ArrayList<>(List.of("--data", root.toString()));
    all.addAll(List.of(arguments));
    line.parseArgs(all.toArray(String[]::new));
    return line.<CompactCommand>getCommand().call();
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
