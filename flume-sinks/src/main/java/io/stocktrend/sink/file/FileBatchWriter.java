package io.stocktrend.sink.file;

import io.stocktrend.record.FolderInUseException;
import io.stocktrend.sink.batch.BatchResult;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flume.conf.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores a batch as one part file per partition that it touches. */
final class FileBatchWriter implements BatchWriter {
  private static final Logger LOG = LoggerFactory.getLogger(FileBatchWriter.class);

  private final FileStore store;
  private final PathTemplate path;
  private final ReplayFence fence;
  private final PartPublisher publisher;
  private Closeable claim;
  private boolean clean;
  private int events;

  FileBatchWriter(FileStore store, PathTemplate path, PartFormat format, PartNames names) {
    this.store = store;
    this.path = path;
    this.fence = new ReplayFence(store, format, names);
    this.publisher = new PartPublisher(store, format, names, fence);
  }

  @Override
  public void open() {
    try {
      claim = store.claim();
    } catch (FolderInUseException e) {
      throw new ConfigurationException(e.getMessage(), e);
    } catch (IOException e) {
      // A disk that is full or not mounted yet must not cost the agent its sink.
      LOG.warn(
          "cannot lock the sink's folder yet, the first batch will try again: {}", e.toString());
    }
  }

  @Override
  public BatchResult write(List<RecordEvent> batch) throws IOException {
    prepare();
    events = batch.size();
    PartitionedBatch split = new PartitionedBatch(batch, path);
    List<RefusedEvent> refused = new ArrayList<>(split.refused());
    int known = split.repeated();
    for (Map.Entry<Partition, Map<String, RecordEvent>> part : split.partitions().entrySet()) {
      known += fence.keepOut(part.getKey().folder(), part.getValue());
      refused.addAll(publisher.publish(part.getKey(), part.getValue().values()));
    }
    return new BatchResult(refused, known);
  }

  private void prepare() throws IOException {
    if (claim == null) {
      claim = store.claim();
    }
    if (!clean) {
      store.removeLeftovers();
      clean = true;
    }
  }

  @Override
  public void committed() {
    fence.committed(events);
  }

  @Override
  public void rolledBack() {
    fence.rolledBack();
  }

  @Override
  public void close() throws IOException {
    if (claim != null) {
      claim.close();
      claim = null;
    }
  }
}
