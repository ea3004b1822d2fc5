package io.stocktrend.sink.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.ChildJvm;
import io.stocktrend.sink.LogLines;
import java.util.List;
import java.util.Map;
import org.apache.flume.conf.ConfigurationException;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CompressionTest {
  @ParameterizedTest
  @EnumSource(Compression.class)
  void everyCodecWorksOnThisClassPath(Compression compression) {
    assertTrue(CodecProbe.works(compression.codec()));
  }

  @Test
  void withoutZstdTheDefaultIsSnappyWithOneLine() {
    try (LogLines log = new LogLines()) {
      Settings settings = Settings.of("sink k1", Map.of());
      assertEquals(
          Compression.SNAPPY,
          Compression.of(settings, codec -> codec != CompressionCodecName.ZSTD));
      assertEquals(
          List.of(
              "INFO compression is snappy: the class path's zstd-jni is too old for Parquet's"
                  + " zstd"),
          log.lines());
    }
  }

  @Test
  void zstdThatWasAskedForAndDoesNotWorkIsRefused() {
    Settings settings = Settings.of("sink k1", Map.of("compression", "zstd"));
    ConfigurationException refusal =
        assertThrows(ConfigurationException.class, () -> Compression.of(settings, codec -> false));
    assertEquals(
        "sink k1: compression = 'zstd' is not allowed: give snappy, gzip or none, or put a newer"
            + " zstd-jni (1.5 or later) first on the class path: the one there does not work with"
            + " Parquet",
        refusal.getMessage());
  }

  @Test
  void aClassPathWithoutZstdFailsTheProbeInsteadOfTheSink() throws Exception {
    ChildJvm child = ChildJvm.without("zstd-jni").start(Probe.class, List.of());
    assertEquals(0, child.exitCode(), child.output());
    assertTrue(child.output().contains("zstd false, snappy true"), child.output());
  }

  /** Runs in a process of its own. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] args) {
      System.out.println(
          "zstd "
              + CodecProbe.works(CompressionCodecName.ZSTD)
              + ", snappy "
              + CodecProbe.works(CompressionCodecName.SNAPPY));
    }
  }
}
