package io.stocktrend.sink.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a codec works with the libraries of this class path, by using it: an older
 * native library is there, loads, and fails only when it is called.
 */
public final class CodecProbe {
  private static final Logger LOG = LoggerFactory.getLogger(CodecProbe.class);
  private static final int PAGE_SIZE = 1024;

  private CodecProbe() {}

  /** Whether what it compresses comes back the same. */
  public static boolean works(CompressionCodecName codec) {
    byte[] sample = "probe probe probe probe".getBytes(StandardCharsets.US_ASCII);
    CompressionCodecFactory factory = new CodecFactory(new PlainParquetConfiguration(), PAGE_SIZE);
    try {
      BytesInput compressed = factory.getCompressor(codec).compress(BytesInput.from(sample));
      BytesInput back = factory.getDecompressor(codec).decompress(compressed, sample.length);
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      back.writeAllTo(read);
      return Arrays.equals(read.toByteArray(), sample);
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.debug("the codec {} does not work here", codec, e);
      return false;
    } finally {
      factory.release();
    }
  }
}
