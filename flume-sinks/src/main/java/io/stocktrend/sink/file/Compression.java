package io.stocktrend.sink.file;

import io.stocktrend.record.Settings;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the pages of Parquet files are compressed. */
public enum Compression {
  ZSTD(CompressionCodecName.ZSTD),
  SNAPPY(CompressionCodecName.SNAPPY),
  GZIP(CompressionCodecName.GZIP),
  NONE(CompressionCodecName.UNCOMPRESSED);

  private static final Logger LOG = LoggerFactory.getLogger(Compression.class);
  private static final String KEY = "compression";

  private final CompressionCodecName codec;

  Compression(CompressionCodecName codec) {
    this.codec = codec;
  }

  CompressionCodecName codec() {
    return codec;
  }

  /**
   * The compression that the settings ask for; by default zstd, or snappy where the class path's
   * zstd-jni is too old for Parquet, as in a stock Flume home.
   */
  public static Compression of(Settings settings) {
    return of(settings, CodecProbe::works);
  }

  static Compression of(Settings settings, Predicate<CompressionCodecName> works) {
    boolean chosen = settings.text(KEY, null) != null;
    Compression wanted = settings.choice(KEY, ZSTD);
    if (works.test(wanted.codec)) {
      return wanted;
    }
    if (chosen) {
      throw settings.wrong(
          KEY,
          wanted.name().toLowerCase(Locale.ROOT),
          "snappy, gzip or none, or put a newer "
              + (wanted == ZSTD ? "zstd-jni (1.5 or later)" : "codec library")
              + " first on the class path: the one there does not work with Parquet",
          null);
    }
    LOG.info("compression is snappy: the class path's zstd-jni is too old for Parquet's zstd");
    return SNAPPY;
  }
}
