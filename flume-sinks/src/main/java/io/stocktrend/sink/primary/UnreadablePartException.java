package io.stocktrend.sink.primary;

import io.stocktrend.sink.file.Encryption;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.crypto.KeyAccessDeniedException;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;

/** Says which part file cannot be read as rows of its dataset, and what to do. */
public final class UnreadablePartException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadablePartException(Path part, String reason, Throwable cause) {
    super("the part file %s cannot be read: %s".formatted(part, reason), cause);
  }

  static UnreadablePartException of(Path part, Exception failure) {
    return new UnreadablePartException(part, reason(failure), failure);
  }

  private static String reason(Exception failure) {
    String reason = "move it away or restore it (" + failure.getMessage() + ")";
    // The innermost one names the key; Parquet wraps it.
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof KeyAccessDeniedException) {
        reason =
            cause.getMessage()
                + ", or for stocktrend to the file that --keys or STOCKTREND_CREDENTIALS names";
      } else if (cause instanceof ParquetCryptoRuntimeException crypto) {
        reason = Encryption.explain(crypto);
      }
    }
    return reason;
  }
}
