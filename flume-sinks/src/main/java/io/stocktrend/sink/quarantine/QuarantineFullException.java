package io.stocktrend.sink.quarantine;

import java.io.IOException;
import java.nio.file.Path;

/** Says that a quarantine has no room for what was to be set aside, and what to do about it. */
public final class QuarantineFullException extends IOException {
  private static final long serialVersionUID = 1L;

  QuarantineFullException(Path folder, long bytes, long maxBytes) {
    super(
        ("the quarantine %s is full (%d bytes are there, quarantineMaxBytes is %d): see 'stocktrend"
                + " quarantine list' for the cause, replay what is good again or move files away,"
                + " or raise quarantineMaxBytes")
            .formatted(folder, bytes, maxBytes));
  }
}
