package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.agent.metrics.LoopbackMonitor;
import io.stocktrend.source.state.Run;
import io.stocktrend.source.state.Run.Asked;
import io.stocktrend.source.state.Run.Outcome;
import io.stocktrend.source.state.Run.Rows;
import io.stocktrend.source.state.Run.Times;
import io.stocktrend.source.state.RunLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.apache.flume.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class StatusCommandTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:20:00Z");

  @TempDir Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** A source whose thread lives and which is due next at half past three. */
  public static final class Figure implements FigureMBean {
    @Override
    public String getType() {
      return "SOURCE";
    }

    @Override
    public long getThreadAlive() {
      return 1;
    }

    @Override
    public long getNextRunTime() {
      return Instant.parse("2026-11-23T15:30:00Z").toEpochMilli();
    }
  }

  @Test
  void anAgentThatIsDownIsToldFromItsFiles() throws IOException {
    log("quotes", run("2026-11-21T15:00:00Z", Outcome.COMPLETE, 7));
    log("quotes", run("2026-11-23T13:00:00Z", Outcome.COMPLETE, 7));
    log("quotes", run("2026-11-23T14:00:00Z", Outcome.INCOMPLETE, 2));
    log("quotes", run("2026-11-23T14:00:00Z", Outcome.REFUSED, 3));
    Path quarantine = Files.createDirectories(data.resolve("quarantine/raw"));
    Files.writeString(quarantine.resolve("parquet-1.jsonl"), "{}\n{}\n");
    card(-1, quarantine);
    assertEquals(0, status());
    assertEquals(
        """
        agent raw: down
          source  last run           outcome  next run           rows 24h  complete 24h  fresh  quota left  state
          quotes  2026-11-23 14:01Z  refused  2026-11-23 15:00Z  10        50 % of 2     2 h    newsapi 44  down
          quarantine QUARANTINE: 2 events
        """
            .replace("QUARANTINE", quarantine.toString()),
        out.toString());
  }

  @Test
  void anAgentThatRunsIsAsked() throws Exception {
    log("quotes", run("2026-11-23T15:00:00Z", Outcome.COMPLETE, 7));
    ObjectName name = new ObjectName("org.apache.flume.source:type=quotes");
    ManagementFactory.getPlatformMBeanServer()
        .registerMBean(new StandardMBean(new Figure(), FigureMBean.class), name);
    LoopbackMonitor monitor = new LoopbackMonitor();
    monitor.configure(new Context());
    monitor.start();
    try {
      card(monitor.port(), data);
      assertEquals(0, status());
    } finally {
      monitor.stop();
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
    }
    assertTrue(
        out.toString()
            .startsWith(
                "agent raw: runs, process %d, metrics at http://127.0.0.1:"
                    .formatted(ProcessHandle.current().pid())),
        out::toString);
    String line = out.toString().lines().toList().get(2);
    assertTrue(
        line.matches(
            " *quotes +2026-11-23 15:01Z +complete +2026-11-23 15:30Z +7 +100 % of 1 +18 min"
                + " +no limit +runs"),
        line);
  }

  @Test
  void anotherProcessOnTheAgentsPortIsNotTakenForIt() throws Exception {
    log("quotes", run("2026-11-23T15:00:00Z", Outcome.COMPLETE, 7));
    LoopbackMonitor monitor = new LoopbackMonitor();
    monitor.configure(new Context());
    monitor.start();
    try {
      new AgentCard("raw", 1, monitor.port(), List.of("quotes"), List.of())
          .write(data.resolve("state"));
      assertEquals(0, status());
    } finally {
      monitor.stop();
    }
    assertTrue(out.toString().startsWith("agent raw: down\n"), out::toString);
  }

  @Test
  void aSourceOfNoKnownAgentIsShownToo() throws IOException {
    log("news", run("2026-11-23T15:00:00Z", Outcome.COMPLETE, 7));
    assertEquals(0, status());
    assertTrue(out.toString().startsWith("agent unknown\n"), out::toString);
    assertTrue(out.toString().contains("\n  news    2026-11-23 15:01Z  complete"), out::toString);
  }

  @Test
  void aSourceThatHasNotEndedARoundIsShownByItsAgent() throws IOException {
    card(-1, data);
    assertEquals(0, status());
    assertTrue(
        out.toString().lines().toList().get(2).matches(" *quotes +never +- +- +0 +- +never .*"),
        out::toString);
  }

  @Test
  void theProgressOfABackfillIsNoSource() throws IOException {
    log("quotes", run("2026-11-23T15:00:00Z", Outcome.COMPLETE, 7));
    Files.createDirectories(data.resolve("state/backfill-quotes"));
    Files.writeString(data.resolve("state/backfill-quotes/cursor.json"), "{}");
    card(-1, data);
    assertEquals(0, status());
    assertFalse(out.toString().contains("backfill"), out::toString);
  }

  @Test
  void aDataRootWithoutStateIsAnErrorThatSaysWhatToDo() {
    assertEquals(1, status());
    assertEquals(
        "stocktrend: no source has run with its state in "
            + data.resolve("state")
            + ": start an agent, or name its data root with --data\n",
        err.toString());
  }

  private void card(int port, Path quarantine) throws IOException {
    new AgentCard(
            "raw",
            ProcessHandle.current().pid(),
            port,
            List.of("quotes"),
            List.of(quarantine.toString()))
        .write(data.resolve("state"));
  }

  private void log(String source, Run run) throws IOException {
    new RunLog(Files.createDirectories(data.resolve("state").resolve(source))).append(run);
  }

  private static Run run(String due, Outcome outcome, long emitted) {
    Instant start = Instant.parse(due);
    Times times = new Times(start, start, start.plusSeconds(61), start.plus(Duration.ofHours(1)));
    Map<String, Asked> providers =
        Map.of(
            "newsapi", new Asked(Map.of("answered", 1L), 44),
            "yahoo", new Asked(Map.of(), -1));
    return new Run(times, outcome, new Rows(emitted, 0), providers, Map.of());
  }

  private int status() {
    CommandLine line = new CommandLine(new StatusCommand(Clock.fixed(NOW, ZoneOffset.UTC)));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute("--data", data.toString());
  }
}
