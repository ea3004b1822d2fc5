package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stocktrend copy} and {@code stocktrend reconcile} through the launcher. */
final class CopyIT {
  private static final int EVENTS = 40_000;
  private static final int KILLED = 137;
  private static final long SEED = System.nanoTime();

  private final Random random = new Random(SEED);
  private final DistributionHome home = DistributionHome.built();

  @TempDir Path folder;

  @Test
  void aCopyIntoPostgresIsKilledGoesOnAndARowDroppedByHandIsNamedAndCompleted() throws Exception {
    System.out.println("random seed " + SEED);
    collect();
    try (EmbeddedPostgres server = postgres()) {
      String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
      credentials();
      die("copy.batch-written", "copy", "--to", "jdbc", "--url", url);
      die("copy.parts-saved", "copy", "--to", "jdbc", "--url", url);
      die("sink.rows-sent", "copy", "--to", "jdbc", "--url", url);
      killAtRandom("copy", "--to", "jdbc", "--url", url);
      assertEquals(0, run("copy", "--to", "jdbc", "--url", url).code);
      assertEquals(0, run("reconcile", "--with", "jdbc", "--url", url).code);

      String id = first(server, "SELECT min(record_id) FROM financial_data");
      first(server, "DELETE FROM financial_data WHERE record_id = '" + id + "' RETURNING symbol");
      Answer missing = run("reconcile", "--with", "jdbc", "--url", url);
      assertEquals(1, missing.code);
      assertTrue(missing.out.contains(id + " is missing there"), missing.out);
      assertTrue(missing.out.contains("rows of 2 days compared, 1 differences"), missing.out);

      assertEquals(0, run("copy", "--to", "jdbc", "--url", url).code);
      assertEquals(0, run("reconcile", "--with", "jdbc", "--url", url).code);
      assertEquals("" + EVENTS, first(server, "SELECT count(*) FROM financial_data"));
    }
  }

  @Test
  void copiesAsCsvAndJsonAreKilledGoOnAndAreEqual() throws Exception {
    collect();
    for (String kind : List.of("csv", "json")) {
      die("sink.part-renamed@2", "copy", "--to", kind);
      die("copy.parts-saved", "copy", "--to", kind);
      killAtRandom("copy", "--to", kind);
      Answer copy = run("copy", "--to", kind, "financial_data");
      assertEquals(0, copy.code, copy.err);
      assertFalse(copy.err.contains("%"), "no bar without a terminal");
      Answer equal = run("reconcile", "--with", kind);
      assertEquals(0, equal.code, equal.out);
      assertTrue(
          equal.out.startsWith("financial_data: " + EVENTS + " rows of 2 days compared, 0"),
          equal.out);
      assertEquals(List.of(), new PartFiles(folder.resolve("data/" + kind)).hidden());
    }
  }

  @Test
  void aTerminalShowsABarThatIsGoneAtTheEnd() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script of util-linux");
    collect();
    String command = home.folder().resolve("bin/stocktrend") + " copy --to csv";
    Path screen = folder.resolve("screen");
    Process terminal =
        new ProcessBuilder("script", "-qec", command, "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(screen.toFile())
            .start();
    terminal.getOutputStream().close();
    int code = terminal.waitFor();
    String shown = Files.readString(screen);
    assertEquals(0, code, shown);
    assertTrue(shown.contains("#] 100 % financial_data "), shown);
    String left = shown.replaceAll("[^\r\n]*\r\u001b\\[K", "");
    assertFalse(left.contains("%"), left);
    assertTrue(left.startsWith("financial_data: " + EVENTS + " rows"), left);
  }

  @Test
  void theCommandsAreInTheHelpAndWrongUseEndsWithTwo() throws Exception {
    String help = run("--help").out;
    for (String command : List.of("compact", "copy", "reconcile")) {
      assertTrue(help.contains("  " + command + " "), help);
      assertEquals(0, run(command, "--help").code);
      assertEquals(2, run(command, "--nonsense").code);
    }
    Answer kind = run("copy", "--to", "paper");
    assertEquals(2, kind.code);
    assertTrue(kind.err.contains("give csv, json, jdbc or mongo"), kind.err);
    assertEquals(1, kind.err.lines().count(), kind.err);
  }

  private void collect() throws Exception {
    FilledFileChannel channel = new FilledFileChannel(folder.resolve("channel"));
    channel.put(EVENTS);
    Path agentFile = channel.drainedInto("data/raw");
    PartFiles parts = new PartFiles(folder.resolve("data/raw"));
    try (AgentProcess agent = home.flumeNg(folder, "agent", "-f", agentFile.toString())) {
      agent.await(() -> parts.rows() >= EVENTS, "complete drain");
      agent.terminate();
    }
  }

  private EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgres"))
        .setOverrideWorkingDirectory(Path.of("target", "postgres").toAbsolutePath().toFile())
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  private void credentials() throws IOException {
    Path file = Files.createDirectories(folder.resolve("conf")).resolve("credentials.json");
    Files.writeString(file, "{\"postgres\": {\"user\": \"postgres\", \"password\": \"x\"}}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static String first(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void die(String step, String... arguments) throws Exception {
    Map<String, String> environment = Map.of("STOCKTREND_OPTS", "-Dstocktrend.faultPoint=" + step);
    try (AgentProcess run = home.run(folder, "stocktrend", environment, arguments)) {
      assertEquals(KILLED, run.awaitExit(), step + run.out() + run.err());
    }
  }

  private void killAtRandom(String... arguments) throws Exception {
    try (AgentProcess run = home.stocktrend(folder, arguments)) {
      Thread.sleep(500 + random.nextInt(2_000));
      run.kill();
    }
  }

  private Answer run(String... arguments) throws Exception {
    try (AgentProcess run = home.stocktrend(folder, arguments)) {
      return new Answer(run.awaitExit(), run.out(), run.err());
    }
  }

  private record Answer(int code, String out, String err) {}
}
