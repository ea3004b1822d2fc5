package io.stocktrend.sink.file;

import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** A format of one id a line, which notes the parts that it read and refuses one symbol. */
final class MemoryFormat implements PartFormat {
  final List<InputFile> read = new ArrayList<>();
  String refusedSymbol = "";

  @Override
  public String extension() {
    return ".ids";
  }

  @Override
  public PartWriter open(OutputFile file, Dataset dataset) throws IOException {
    OutputStream out = file.create(0);
    return new PartWriter() {
      @Override
      public void write(GenericRecord values) throws IOException {
        if (values.get("symbol").toString().equals(refusedSymbol)) {
          throw new IllegalArgumentException("no such value");
        }
        out.write((values.get("record_id") + "\n").getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  @Override
  public void recordIds(InputFile file, Consumer<String> ids) throws IOException {
    read.add(file);
    try (InputStream in = file.newStream()) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(ids);
    }
  }
}
