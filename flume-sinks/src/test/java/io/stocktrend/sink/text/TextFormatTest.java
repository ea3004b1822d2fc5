package io.stocktrend.sink.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.file.PartWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Other parsers read back every value of every dataset, whatever the texts hold. */
final class TextFormatTest {
  private static final int ROWS = 60;

  @TempDir Path folder;

  static Stream<Arguments> everyDatasetInEveryCompression() {
    return Stream.of(Dataset.values())
        .flatMap(
            dataset ->
                Stream.of(TextCompression.values())
                    .map(compression -> Arguments.of(dataset, compression)));
  }

  @ParameterizedTest
  @MethodSource("everyDatasetInEveryCompression")
  void csvReadsBack(Dataset dataset, TextCompression compression) throws Exception {
    TextFormat format = new CsvFormat(compression);
    List<GenericRecord> records = new Rows().of(dataset.schema(), ROWS);
    Path file = write(format, dataset, records);

    List<Map<String, Object>> expected = records.stream().map(TextFormatTest::values).toList();
    assertEquals(expected, values(dataset, Reading.byFastCsv(text(file))));
    assertEquals(expected, values(dataset, Reading.byDuckDb(Reading.csv(file))));
    assertEquals(ids(records), ids(format, file));
  }

  @ParameterizedTest
  @MethodSource("everyDatasetInEveryCompression")
  void jsonReadsBack(Dataset dataset, TextCompression compression) throws Exception {
    TextFormat format = new JsonFormat(compression);
    List<GenericRecord> records = new Rows().of(dataset.schema(), ROWS);
    Path file = write(format, dataset, records);

    List<Map<String, Object>> expected = records.stream().map(TextFormatTest::values).toList();
    assertEquals(expected, values(dataset, Reading.byJackson(text(file))));
    String source = Reading.json(file, dataset.schema());
    assertEquals(expected, values(dataset, Reading.byDuckDb(source)));
    assertEquals(ids(records), ids(format, file));
  }

  private Path write(TextFormat format, Dataset dataset, List<GenericRecord> records)
      throws IOException {
    Path file = folder.resolve("part" + format.extension());
    try (PartWriter writer = format.open(new LocalOutputFile(file), dataset)) {
      for (GenericRecord record : records) {
        writer.write(record);
      }
    }
    return file;
  }

  private static byte[] text(Path file) throws IOException {
    try (InputStream text = TextCompression.decompress(Files.newInputStream(file))) {
      return text.readAllBytes();
    }
  }

  private static Map<String, Object> values(GenericRecord record) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Schema.Field field : record.getSchema().getFields()) {
      values.put(field.name(), plain(record.get(field.pos())));
    }
    return values;
  }

  private static Object plain(Object value) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(Object::toString).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, each) -> plain.put(key.toString(), each));
      return plain;
    }
    return value;
  }

  private static List<Map<String, Object>> values(Dataset dataset, List<Map<String, String>> rows) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, Object> values = new LinkedHashMap<>();
      row.forEach(
          (name, text) ->
              values.put(name, Reading.value(dataset.schema().getField(name).schema(), text)));
      all.add(values);
    }
    return all;
  }

  private static List<String> ids(List<GenericRecord> records) {
    return records.stream().map(record -> record.get("record_id").toString()).toList();
  }

  private static List<String> ids(TextFormat format, Path file) throws IOException {
    List<String> ids = new ArrayList<>();
    format.recordIds(new LocalInputFile(file), ids::add);
    return ids;
  }
}
