package io.stocktrend.sink.compact;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.file.PartFormat;
import io.stocktrend.sink.file.PartWriter;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** A format whose files cannot be completed, as on a disk that is full. */
record FullDisk(PartFormat format) implements PartFormat {
  @Override
  public String extension() {
    return format.extension();
  }

  @Override
  public PartWriter open(OutputFile file, Dataset dataset) throws IOException {
    PartWriter writer = format.open(file, dataset);
    return new PartWriter() {
      @Override
      public void write(GenericRecord values) throws IOException {
        writer.write(values);
      }

      @Override
      public void close() throws IOException {
        writer.close();
        throw new IOException("No space left on device");
      }
    };
  }

  @Override
  public void recordIds(InputFile file, Consumer<String> ids) throws IOException {
    format.recordIds(file, ids);
  }
}
