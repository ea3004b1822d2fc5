package io.stocktrend.agent.quarantine;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.Settings;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.file.Compression;
import io.stocktrend.sink.file.Encryption;
import io.stocktrend.sink.file.GuestDestination;
import io.stocktrend.sink.file.ParquetFormat;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** The Parquet primary below a data root, where each agent has its folder. */
final class ReplayTarget implements Closeable {
  /** With a dot, so that no sink of an agent file can have the same. */
  private static final String NAME = "quarantine.replay";

  private final Path root;
  private final ParquetFormat format;
  private final EncryptedParts parts;
  private final Map<String, BatchWriter> writers = new HashMap<>();

  ReplayTarget(Path root, Encryption encryption) {
    this.root = root;
    this.parts = new EncryptedParts(root, encryption);
    this.format =
        new ParquetFormat(
            new Configuration(),
            Compression.of(Settings.of("stocktrend quarantine replay", Map.of())),
            encryption);
  }

  /** Stores the records; those that it can never store are returned. */
  List<RefusedEvent> write(List<RecordEvent> records) throws IOException {
    Map<String, List<RecordEvent>> byAgent =
        records.stream().collect(Collectors.groupingBy(event -> dataset(event).agent()));
    List<RefusedEvent> refused = new ArrayList<>();
    for (Map.Entry<String, List<RecordEvent>> agent : byAgent.entrySet()) {
      for (RecordEvent record : agent.getValue()) {
        parts.requireKeyFor(dataset(record));
      }
      BatchWriter writer = writer(agent.getKey());
      refused.addAll(writer.write(agent.getValue()).refused());
      writer.committed();
    }
    return refused;
  }

  private static Dataset dataset(RecordEvent event) {
    return event.record().dataset();
  }

  private BatchWriter writer(String agent) {
    BatchWriter writer = writers.get(agent);
    if (writer == null) {
      Path claim = root.resolve("state").resolve("replay-" + agent);
      writer =
          new GuestDestination(root.resolve(agent), claim, NAME).writer(format, Clock.systemUTC());
      writer.open();
      writers.put(agent, writer);
    }
    return writer;
  }

  @Override
  public void close() throws IOException {
    for (BatchWriter writer : writers.values()) {
      writer.close();
    }
  }
}
