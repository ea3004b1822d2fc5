package io.stocktrend.assembly.benchmark;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.UndecodableEventException;
import io.stocktrend.sink.file.PartFormat;
import io.stocktrend.sink.file.PartWriter;
import io.stocktrend.sink.text.CsvFormat;
import io.stocktrend.sink.text.JsonFormat;
import io.stocktrend.sink.text.TextCompression;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.serialization.EventSerializer;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Has a stock sink decode each quote and write the text that ours writes, in one file. */
public final class RowSerializer implements EventSerializer {
  private final EventCodec codec = new EventCodec();
  private final PartWriter rows;

  private RowSerializer(PartFormat format, OutputStream out) throws IOException {
    rows = format.open(new OpenFile(out), Dataset.FINANCIAL_DATA);
  }

  /** Makes those of CSV. */
  public static final class Csv implements Builder {
    @Override
    public EventSerializer build(Context context, OutputStream out) {
      return serializer(new CsvFormat(TextCompression.NONE), out);
    }
  }

  /** Makes those of JSON. */
  public static final class Json implements Builder {
    @Override
    public EventSerializer build(Context context, OutputStream out) {
      return serializer(new JsonFormat(TextCompression.NONE), out);
    }
  }

  private static EventSerializer serializer(PartFormat format, OutputStream out) {
    try {
      return new RowSerializer(format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterCreate() {}

  @Override
  public void afterReopen() {}

  @Override
  public void write(Event event) throws IOException {
    try {
      rows.write(codec.decode(event).values());
    } catch (UndecodableEventException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void beforeClose() throws IOException {
    rows.close();
  }

  @Override
  public boolean supportsReopen() {
    return false;
  }

  /** The stream that the stock sink has opened. */
  private record OpenFile(OutputStream out) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
      return HadoopStreams.wrap(new FSDataOutputStream(out, null));
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
