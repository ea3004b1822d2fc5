package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.ChildJvm;
import io.stocktrend.sink.JdbcSink;
import io.stocktrend.sink.Quotes;
import io.stocktrend.sink.Rig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flume.Context;
import org.apache.flume.channel.file.FileChannel;
import org.apache.flume.event.EventBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that drains a file channel at every step of a batch, then starts the next. */
final class JdbcCrashIT {
  private static final List<String> STEPS =
      List.of("sink.rows-sent", "sink.rows-committed", "sink.before-commit", "sink.committed");
  private static final int KILLED = 137;
  private static final int EVENTS = 3000;

  @TempDir Path base;

  @Test
  void noCrashLosesOrDoublesAnEvent() throws Exception {
    JdbcRig rig = JdbcRig.inMemory(base);
    FileChannel channel = JdbcRig.fileChannel(base);
    new Rig(base, channel)
        .put(Quotes.events(0, 1500))
        .put(List.of(EventBuilder.withBody("noise", StandardCharsets.UTF_8)))
        .put(Quotes.events(1500, EVENTS));
    channel.stop();
    for (int i = 0; i < STEPS.size(); i++) {
      ChildJvm child = drain(rig, STEPS.get(i) + "@3", 100 + 10 * i);
      assertEquals(KILLED, child.exitCode(), STEPS.get(i) + " " + child.output());
    }
    ChildJvm last = drain(rig, "", 100);
    assertEquals(0, last.exitCode(), last.output());

    assertEquals(Quotes.symbols(0, EVENTS), rig.symbols());
    assertEquals(List.of("the event has no header dataset"), rig.reasons());
    assertEquals(
        List.of("0"),
        rig.query(
            "SELECT n_tup_upd FROM pg_stat_user_tables WHERE relid = '$financial_data'::regclass"));
  }

  private ChildJvm drain(JdbcRig rig, String faultPoint, int batchSize) throws Exception {
    return ChildJvm.create()
        .with("-D" + FaultPoint.PROPERTY + "=" + faultPoint)
        .start(Drain.class, List.of(base.toString(), rig.url(), Integer.toString(batchSize)));
  }

  /** Runs in a process of its own: empties the channel, then stops as Flume would. */
  static final class Drain {
    private Drain() {}

    public static void main(String[] args) throws Exception {
      Path base = Path.of(args[0]);
      FileChannel channel = JdbcRig.fileChannel(base);
      JdbcSink sink = new JdbcSink();
      sink.setName("jdbc");
      sink.setChannel(channel);
      sink.configure(
          new Context(
              Map.of(
                  "url",
                  args[1],
                  "user",
                  PostgresServer.USER,
                  "quarantineDir",
                  base.resolve("quarantine").toString(),
                  "batchMaxDelay",
                  "0",
                  "batchSize",
                  args[2])));
      sink.start();
      Rig.drain(sink);
      sink.stop();
      channel.stop();
      System.exit(0);
    }
  }
}
