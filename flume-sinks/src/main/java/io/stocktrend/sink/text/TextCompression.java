package io.stocktrend.sink.text;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.file.CodecProbe;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.codec.ZstandardCodec;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** How a text file is compressed as a whole. */
public enum TextCompression {
  NONE(""),
  GZIP(".gz"),
  ZSTD(".zst");

  private static final String KEY = "compression";
  private static final int BUFFER = 1 << 16;
  private static final int MAGIC_BYTES = 2;
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int ZSTD_MAGIC = 0x28b5;

  private final String ending;

  TextCompression(String ending) {
    this.ending = ending;
  }

  /** The compression that the settings ask for, none by default. */
  public static TextCompression of(Settings settings) {
    return of(settings, TextCompression::zstdWorks);
  }

  static TextCompression of(Settings settings, BooleanSupplier zstdWorks) {
    TextCompression wanted = settings.choice(KEY, NONE);
    if (wanted == ZSTD && !zstdWorks.getAsBoolean()) {
      throw settings.wrong(
          KEY,
          "zstd",
          "gzip or none, or put a newer zstd-jni (1.5 or later) first on the class path: the one"
              + " there does not work",
          null);
    }
    return wanted;
  }

  private static boolean zstdWorks() {
    return CodecProbe.works(CompressionCodecName.ZSTD);
  }

  /** What names of compressed files end with, e.g. {@code .gz}; empty for none. */
  String ending() {
    return ending;
  }

  OutputStream compress(OutputStream out) throws IOException {
    return switch (this) {
      case NONE -> out;
      case GZIP -> new GZIPOutputStream(out, BUFFER);
      case ZSTD -> zstd().createOutputStream(out);
    };
  }

  /** The text of a file, compressed by whichever of these, as its first bytes tell. */
  static InputStream decompress(InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, BUFFER);
    in.mark(MAGIC_BYTES);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return switch (magic) {
      case GZIP_MAGIC -> new GZIPInputStream(in, BUFFER);
      case ZSTD_MAGIC -> zstdIn(in);
      default -> in;
    };
  }

  private static InputStream zstdIn(InputStream in) throws IOException {
    if (!zstdWorks()) {
      throw new IOException("the class path's zstd-jni is too old to read it (1.5 or later can)");
    }
    return zstd().createInputStream(in);
  }

  private static ZstandardCodec zstd() {
    ZstandardCodec codec = new ZstandardCodec();
    codec.setConf(new Configuration(false));
    return codec;
  }
}
