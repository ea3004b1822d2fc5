package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.flume.node.MaterializedConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunningAgentTest {
  private static final String SLOW =
      AgentText.with(
              "raw.sinks.nothing.type = null",
              "raw.sinks.nothing.type = io.stocktrend.agent.SlowSink")
          + "raw.sources.numbers.totalEvents = 300\n"
          + "raw.channels.memory.capacity = 1000\n"
          + "raw.channels.memory.keep-alive = 0\n";

  @TempDir Path folder;

  @Test
  void aMemoryChannelIsEmptyBeforeTheSinksStop() throws Exception {
    RunningAgent agent =
        new RunningAgent(new MemoryDrain(Duration.ofMinutes(1), ChannelCounts::of));
    agent.run(prepared(SLOW));
    until(() -> ChannelCounts.of("memory").puts() == 300);
    assertTrue(SlowSink.TAKEN.get() < 300, "the sink must lag behind for this test");
    agent.stop();
    assertEquals(300, SlowSink.TAKEN.get());
  }

  @Test
  void aStoppedAgentTakesNoNewConfiguration() throws Exception {
    RunningAgent agent = new RunningAgent(new MemoryDrain(Duration.ZERO, ChannelCounts::of));
    agent.stop();
    agent.run(prepared(AgentText.GOOD));
    agent.stop();
    assertEquals(0, ChannelCounts.of("memory").puts());
  }

  private MaterializedConfiguration prepared(String text) throws Exception {
    Prepared prepared = new AgentProvider("raw").prepare(AgentText.read(folder, text));
    assertEquals(List.of(), prepared.errors());
    return prepared.configuration();
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "gave up waiting");
      Thread.sleep(10);
    }
  }
}
