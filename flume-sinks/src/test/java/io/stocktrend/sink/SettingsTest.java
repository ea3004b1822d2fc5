package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flume.Context;
import org.apache.flume.conf.Configurables;
import org.apache.flume.conf.ConfigurationException;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
  private static final String PATH_RULE =
      "a path or a Hadoop URI such as data/raw/%{dataset}/date=%Y-%m-%d, hdfs://host/%{dataset} or"
          + " file:///var/data, with Flume's escapes only";

  @TempDir Path base;

  private ParquetSink configured(Map<String, String> settings) {
    ParquetSink sink = new ParquetSink();
    sink.setName("k1");
    Configurables.configure(sink, new Context(new HashMap<>(settings)));
    return sink;
  }

  private String refusal(Map<String, String> settings) {
    return assertThrows(ConfigurationException.class, () -> configured(settings)).getMessage();
  }

  private String refusal(String key, String value) {
    Map<String, String> settings = new HashMap<>(Map.of("path", base + "/%{dataset}"));
    settings.put(key, value);
    return refusal(settings);
  }

  @Test
  void defaultsSuitATypicalFeed() throws Exception {
    ParquetSink sink = configured(Map.of("path", base + "/raw/%{dataset}"));
    assertEquals(1000, sink.getBatchSize());
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 3));
    sink.setChannel(rig.channel());
    sink.start();
    sink.stop();
    ParquetSink zstd = rig.start();
    Rig.drain(zstd);
    zstd.stop();
    assertEquals(CompressionCodecName.ZSTD, codec(rig));
  }

  @ParameterizedTest
  @CsvSource({"zstd,ZSTD", "snappy,SNAPPY", "GZIP,GZIP", "none,UNCOMPRESSED"})
  void compressionIsWhatWasChosen(String value, CompressionCodecName codec) throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 3));
    ParquetSink sink = rig.start(Map.of("compression", value));
    Rig.drain(sink);
    sink.stop();
    assertEquals(codec, codec(rig));
    assertEquals(Quotes.symbols(0, 3), rig.lake().symbols());
  }

  private static CompressionCodecName codec(Rig rig) throws Exception {
    try (ParquetFileReader reader =
        ParquetFileReader.open(new LocalInputFile(rig.lake().parts().get(0)))) {
      ParquetMetadata footer = reader.getFooter();
      assertTrue(footer.getFileMetaData().getKeyValueMetaData().containsKey("parquet.avro.schema"));
      return footer.getBlocks().get(0).getColumns().get(0).getCodec();
    }
  }

  @Test
  void aFileUriIsALocalPath() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 3));
    ParquetSink sink = rig.start(Map.of("path", "file://" + rig.root() + "/%{dataset}"));
    assertTrue(Files.exists(rig.root().resolve(".lock")), "the static part is locked");
    Rig.drain(sink);
    sink.stop();
    assertEquals(rig.root().resolve("financial_data"), rig.lake().parts().get(0).getParent());
  }

  @Test
  void aMissingPathIsRefused() {
    assertEquals("sink k1: path is missing: set it", refusal(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"%q", "a/%", "%[nohost]", "50% off", "file:relative", "file://host/x"})
  void aPathThatIsNoneIsRefused(String path) {
    assertEquals(
        "sink k1: path = '" + path + "' is not allowed: give " + PATH_RULE, refusal("path", path));
  }

  @ParameterizedTest
  @CsvSource({"0", "100001", "many"})
  void aBatchSizeOutOfBoundsIsRefused(String value) {
    assertEquals(
        "sink k1: batchSize = '" + value + "' is not allowed: give a whole number from 1 to 100000",
        refusal("batchSize", value));
  }

  @ParameterizedTest
  @CsvSource({"11m", "soon"})
  void aBatchMaxDelayOutOfBoundsIsRefused(String value) {
    assertEquals(
        "sink k1: batchMaxDelay = '"
            + value
            + "' is not allowed: give a duration such as 500ms, 5s or 2m, from 0ms to 10m",
        refusal("batchMaxDelay", value));
  }

  @Test
  void anUnknownCompressionIsRefused() {
    assertEquals(
        "sink k1: compression = 'lz4' is not allowed: give one of zstd, snappy, gzip, none",
        refusal("compression", "lz4"));
  }

  @Test
  void aMistypedKeyIsRefusedWithItsNearestNameAndLocksNothing() {
    assertEquals(
        "sink k1: the key batchsize is unknown: did you mean 'batchSize'?",
        refusal("batchsize", "5"));
    assertTrue(Files.notExists(base.resolve(".lock")));
  }

  @ParameterizedTest
  @CsvSource({"quarantineDir", "stateDir"})
  void aPlaceholderThatNothingResolvedIsRefused(String key) {
    assertEquals(
        "sink k1: "
            + key
            + " still holds a placeholder that nothing resolved: add the secret to"
            + " credentials.json, or set the variable that it names",
        refusal(key, "${nowhere}"));
  }
}
