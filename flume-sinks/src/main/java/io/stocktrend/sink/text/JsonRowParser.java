package io.stocktrend.sink.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stocktrend.record.Dataset;
import io.stocktrend.sink.copy.StoreRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/** Reads JSON lines by the names of their members. */
final class JsonRowParser implements TextReader.RowParser {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void parse(InputStream text, Dataset dataset, Consumer<StoreRow> rows) throws IOException {
    try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(text)) {
      while (lines.hasNextValue()) {
        JsonNode line = lines.nextValue();
        List<Object> values = new ArrayList<>();
        for (Schema.Field field : dataset.schema().getFields()) {
          values.add(value(line.get(field.name()), field.schema()));
        }
        rows.accept(ParsedValue.row(values));
      }
    }
  }

  private static Object value(JsonNode node, Schema schema) throws IOException {
    if (node == null || node.isNull()) {
      return null;
    }
    return ParsedValue.of(schema, node.isValueNode() ? node.asText() : node.toString());
  }
}
