package io.stocktrend.sink.mongodb;

import io.stocktrend.sink.MongoSink;
import io.stocktrend.sink.Rig;
import io.stocktrend.sink.quarantine.QuarantineEntry;
import io.stocktrend.sink.quarantine.QuarantineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flume.Channel;
import org.apache.flume.Context;
import org.apache.flume.Event;

/** A MongoDB sink over a real channel. */
final class MongoRig {
  private final Path base;
  private final Rig rig;
  private final String uri;

  MongoRig(Path base, Channel channel, String uri) {
    this.base = base;
    this.rig = new Rig(base, channel);
    this.uri = uri;
  }

  static MongoRig inMemory(Path base, String uri) {
    return new MongoRig(base, Rig.inMemory(base).channel(), uri);
  }

  MongoRig put(List<Event> events) {
    rig.put(events);
    return this;
  }

  /** A started sink; the settings given take the place of the rig's. */
  MongoSink start(Map<String, String> settings) {
    MongoSink sink = new MongoSink();
    sink.setName("mongo");
    sink.setChannel(rig.channel());
    sink.configure(context(settings));
    sink.start();
    return sink;
  }

  Context context(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("uri", uri);
    all.put("database", MongoStandIn.DATABASE);
    all.put("quarantineDir", base.resolve("quarantine").toString());
    all.put("batchMaxDelay", "0");
    all.putAll(settings);
    return new Context(all);
  }

  /** Delivers what the channel holds. */
  void drain(Map<String, String> settings) throws Exception {
    MongoSink sink = start(settings);
    Rig.drain(sink);
    sink.stop();
  }

  List<QuarantineEntry> quarantined() throws IOException {
    List<QuarantineEntry> entries = new ArrayList<>();
    if (Files.isDirectory(base.resolve("quarantine"))) {
      try (Stream<Path> files = Files.list(base.resolve("quarantine"))) {
        for (Path file : files.toList()) {
          entries.addAll(QuarantineFile.read(file));
        }
      }
    }
    return entries;
  }

  List<String> reasons() throws IOException {
    return quarantined().stream().map(QuarantineEntry::reason).toList();
  }
}
