package io.stocktrend.sink.file;

import io.stocktrend.record.FolderInUseException;
import io.stocktrend.sink.batch.BatchResult;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.batch.OpenBatch;
import io.stocktrend.sink.batch.RecordEvent;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
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
  private boolean failed;
  private FileBatch batch;

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

  /** After a failure the next batch is held as a whole, to find the event that spoilt it. */
  @Override
  public OpenBatch begin() throws IOException {
    return begin(!failed);
  }

  @Override
  public BatchResult write(List<RecordEvent> events) throws IOException {
    try (FileBatch whole = begin(false)) {
      for (RecordEvent event : events) {
        whole.add(event);
      }
      return whole.finish();
    }
  }

  private FileBatch begin(boolean mayStream) throws IOException {
    prepare();
    batch = new FileBatch(path, fence, publisher, mayStream);
    return batch;
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
    fence.committed(batch == null ? 0 : batch.size());
    batch = null;
    failed = false;
  }

  @Override
  public void rolledBack() {
    fence.rolledBack();
    batch = null;
    failed = true;
  }

  @Override
  public void close() throws IOException {
    if (claim != null) {
      claim.close();
      claim = null;
    }
  }
}
