package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.apache.flume.Context;
import org.apache.flume.channel.BasicChannelSemantics;
import org.apache.flume.channel.BasicTransactionSemantics;
import org.apache.flume.channel.MemoryChannel;
import org.junit.jupiter.api.Test;

final class DeadChannelsTest {
  @Test
  void aChannelThatGivesNoTransactionIsNamedWithTheCause() {
    assertEquals(
        List.of(
            "channel disk: closed, because /data is a file: make its folders writable, or give it"
                + " others in the agent file"),
        DeadChannels.errors(Map.of("disk", new ClosedChannel())));
  }

  @Test
  void aChannelThatWorksIsLeftAsItWas() {
    MemoryChannel channel = new MemoryChannel();
    channel.setName("memory");
    channel.configure(new Context());
    channel.start();
    assertEquals(List.of(), DeadChannels.errors(Map.of("memory", channel)));
    assertEquals(List.of(), DeadChannels.errors(Map.of("memory", channel)));
    channel.stop();
  }

  private static final class ClosedChannel extends BasicChannelSemantics {
    @Override
    protected BasicTransactionSemantics createTransaction() {
      throw new IllegalStateException("closed, because /data is a file");
    }
  }
}
