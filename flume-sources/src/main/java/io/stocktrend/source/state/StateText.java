package io.stocktrend.source.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The JSON of the state files. */
final class StateText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StateText() {}

  static byte[] print(Cursor cursor) throws JsonProcessingException {
    String lastRun = cursor.lastRun().map(Instant::toString).orElse(null);
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsBytes(new CursorText(cursor.sequence(), lastRun, cursor.fingerprints()));
  }

  static byte[] print(Slice slice) throws JsonProcessingException {
    List<ItemText> items =
        slice.items().stream()
            .map(i -> new ItemText(i.key(), i.fingerprint(), i.headers(), i.body()))
            .toList();
    return JSON.writeValueAsBytes(new SliceText(slice.sequence(), items));
  }

  /** Reads a cursor; whatever it throws means that the text has another form. */
  static Cursor cursor(byte[] content) throws IOException {
    CursorText text = JSON.readValue(content, CursorText.class);
    Instant lastRun = text.lastRun() == null ? null : Instant.parse(text.lastRun());
    return new Cursor(text.sequence(), lastRun, text.fingerprints());
  }

  /** Reads a slice; whatever it throws means that the text has another form. */
  static Slice slice(byte[] content) throws IOException {
    SliceText text = JSON.readValue(content, SliceText.class);
    List<Slice.Item> items =
        text.items().stream()
            .map(i -> new Slice.Item(i.key(), i.fingerprint(), i.headers(), i.body()))
            .toList();
    return new Slice(text.sequence(), items);
  }

  private record CursorText(long sequence, String lastRun, Map<String, String> fingerprints) {}

  private record SliceText(long sequence, List<ItemText> items) {}

  @SuppressWarnings("ArrayRecordComponent") // Written and read, never compared.
  private record ItemText(
      String key, String fingerprint, Map<String, String> headers, byte[] body) {}
}
