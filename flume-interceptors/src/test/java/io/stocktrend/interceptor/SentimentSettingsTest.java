package io.stocktrend.interceptor;

import static io.stocktrend.interceptor.NewsEvents.DULL;
import static io.stocktrend.interceptor.NewsEvents.article;
import static io.stocktrend.interceptor.NewsEvents.interceptor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.EventCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentSettingsTest {
  @TempDir Path folder;

  @Test
  void aLexiconOfTheUserAddsAndTakesTermsAndShowsInTheModel() throws Exception {
    Path file = folder.resolve("terms.txt");
    Files.writeString(file, "[positive 2]\nvenue\n[none]\njumps\n");

    GenericRecord record =
        new EventCodec()
            .decode(interceptor(Map.of("lexicon", file.toString())).intercept(article(DULL, null)))
            .values();

    assertEquals("POSITIVE", record.get("sentiment_label").toString());
    assertTrue(record.get("sentiment_model").toString().matches("finance-lexicon/1\\+[0-9a-f]{8}"));
  }

  @Test
  void wrongSettingsAreRefusedWithWhatIsAllowed() throws Exception {
    Path file = folder.resolve("terms.txt");
    Files.writeString(file, "[good]\nsales\n[splendid]\nterms\n");
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {'a', (byte) 0xff, 'b'});

    assertTrue(refusal("engine", "oracle").contains("finance-lexicon"));
    assertTrue(refusal(Map.of("engine", "moody", "lexicon", "x")).contains("reads none"));
    assertTrue(refusal("text", "body").contains("summary_if_neutral"));
    assertTrue(refusal("lexikon", "x").contains("lexicon"));
    assertTrue(refusal("lexicon", folder.resolve("none").toString()).contains("readable file"));
    assertTrue(refusal("lexicon", bytes.toString()).contains("UTF-8"));
    assertTrue(refusal("lexicon", file.toString()).contains("line 3"));
  }

  private static String refusal(String key, String value) {
    return refusal(Map.of(key, value));
  }

  private static String refusal(Map<String, String> settings) {
    return assertThrows(ConfigurationException.class, () -> interceptor(settings)).getMessage();
  }
}
