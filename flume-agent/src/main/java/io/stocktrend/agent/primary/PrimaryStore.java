package io.stocktrend.agent.primary;

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

/**
 * The Parquet primary below a data root, where each agent has its folder, written to whether the
 * agents run or not.
 */
public final class PrimaryStore implements Closeable {
  private final Path root;
  private final String name;
  private final ParquetFormat format;
  private final EncryptedParts parts;
  private final Map<String, BatchWriter> writers = new HashMap<>();

  /**
   * The primary below that root.
   *
   * @param name of the writer in part names; with a dot, which no sink of an agent file can have
   */
  public PrimaryStore(Path root, Encryption encryption, String name) {
    this.root = root;
    this.name = name;
    this.parts = new EncryptedParts(root, encryption);
    this.format =
        new ParquetFormat(
            new Configuration(), Compression.of(Settings.of(name, Map.of())), encryption);
  }

  /** Stores the records; those that it can never store are returned. */
  public List<RefusedEvent> write(List<RecordEvent> records) throws IOException {
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
      Path claim =
          root.resolve("state").resolve(name.substring(name.indexOf('.') + 1) + "-" + agent);
      writer =
          new GuestDestination(root.resolve(agent), claim, name).writer(format, Clock.systemUTC());
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
