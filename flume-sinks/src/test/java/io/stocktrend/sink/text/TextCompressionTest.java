package io.stocktrend.sink.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.ChildJvm;
import java.util.List;
import java.util.Map;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;

final class TextCompressionTest {
  private static Settings settings(Map<String, String> values) {
    return Settings.of("sink k1", values);
  }

  @Test
  void filesAreNotCompressedUnlessAskedFor() {
    assertEquals(TextCompression.NONE, TextCompression.of(settings(Map.of()), () -> false));
    assertEquals(
        TextCompression.GZIP,
        TextCompression.of(settings(Map.of("compression", "gzip")), () -> false));
  }

  @Test
  void zstdThatDoesNotWorkHereIsRefused() {
    Settings zstd = settings(Map.of("compression", "zstd"));
    ConfigurationException refusal =
        assertThrows(ConfigurationException.class, () -> TextCompression.of(zstd, () -> false));
    assertEquals(
        "sink k1: compression = 'zstd' is not allowed: give gzip or none, or put a newer zstd-jni"
            + " (1.5 or later) first on the class path: the one there does not work",
        refusal.getMessage());
  }

  @Test
  void anotherCompressionIsRefusedWithThoseThatThereAre() {
    Settings snappy = settings(Map.of("compression", "snappy"));
    ConfigurationException refusal =
        assertThrows(ConfigurationException.class, () -> TextCompression.of(snappy));
    assertEquals(
        "sink k1: compression = 'snappy' is not allowed: give one of none, gzip, zstd",
        refusal.getMessage());
  }

  @Test
  void aClassPathWithoutZstdRefusesTheStartAndWritesGzip() throws Exception {
    ChildJvm child = ChildJvm.without("zstd-jni").start(Probe.class, List.of());
    assertEquals(0, child.exitCode(), child.output());
    assertTrue(child.output().contains("zstd refused, gzip GZIP"), child.output());
  }

  /** Runs in a process of its own. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] args) {
      String zstd;
      try {
        zstd = TextCompression.of(settings(Map.of("compression", "zstd"))).name();
      } catch (ConfigurationException e) {
        zstd = "refused";
      }
      Settings gzip = settings(Map.of("compression", "gzip"));
      System.out.println("zstd " + zstd + ", gzip " + TextCompression.of(gzip));
    }
  }
}
