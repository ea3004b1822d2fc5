package io.stocktrend.sink.text;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.file.PartFormat;
import io.stocktrend.sink.file.PartWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** What text formats have in common: compression, and one layout for each schema. */
abstract class TextFormat implements PartFormat {
  private final String ending;
  private final TextCompression compression;
  private final Map<Schema, TextLayout> layouts = new HashMap<>();

  TextFormat(String ending, TextCompression compression) {
    this.ending = ending;
    this.compression = compression;
  }

  /** How rows of that schema are written. */
  abstract TextLayout layout(Schema schema);

  /** Hands over every {@code record_id} in a text, which has been decompressed. */
  abstract void recordIds(InputStream text, Consumer<String> ids) throws IOException;

  @Override
  public final String extension() {
    return ending + compression.ending();
  }

  /** Also with another compression, which the sink may have had before it was started again. */
  @Override
  public final boolean isPart(String name) {
    return Arrays.stream(TextCompression.values())
        .anyMatch(any -> name.endsWith(ending + any.ending()));
  }

  @Override
  public final PartWriter open(OutputFile file, Dataset dataset) throws IOException {
    return open(file, dataset.schema());
  }

  final PartWriter open(OutputFile file, Schema schema) throws IOException {
    TextLayout layout = layouts.computeIfAbsent(schema, this::layout);
    return new TextPartWriter(schema, layout, compression.compress(file.create(0)));
  }

  @Override
  public final void recordIds(InputFile file, Consumer<String> ids) throws IOException {
    try (InputStream text = TextCompression.decompress(file.newStream())) {
      recordIds(text, ids);
    }
  }
}
