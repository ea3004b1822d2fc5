package io.stocktrend.sink.mongodb;

import java.nio.file.Path;
import java.util.Map;
import org.apache.flume.Context;
import org.apache.flume.channel.file.FileChannel;

/** Flume's file channel below a folder. */
final class DrainedFileChannel {
  private DrainedFileChannel() {}

  static FileChannel open(Path base) {
    FileChannel channel = new FileChannel();
    channel.setName("file");
    channel.configure(
        new Context(
            Map.of(
                "checkpointDir", base.resolve("checkpoint").toString(),
                "dataDirs", base.resolve("channel").toString(),
                "capacity", "20000",
                "transactionCapacity", "1000",
                "minimumRequiredSpace", "1048576")));
    channel.start();
    return channel;
  }
}
