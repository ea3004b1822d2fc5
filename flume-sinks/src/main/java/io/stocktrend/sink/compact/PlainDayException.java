package io.stocktrend.sink.compact;

import io.stocktrend.sink.primary.PrimaryDay;
import java.io.IOException;

/** Says that the file of a day would not be encrypted as its parts are, and what to do. */
final class PlainDayException extends IOException {
  private static final long serialVersionUID = 1L;

  PlainDayException(PrimaryDay day) {
    super(
        "the parts of %s are encrypted: name the key for the new file with --key-name (encryption.keyName of the agent's sink)"
            .formatted(day));
  }
}
