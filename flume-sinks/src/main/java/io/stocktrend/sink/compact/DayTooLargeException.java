package io.stocktrend.sink.compact;

import io.stocktrend.sink.primary.PrimaryDay;
import java.io.IOException;

/** Says that the rows of a day do not fit into the heap, and what to do. */
final class DayTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  DayTooLargeException(PrimaryDay day, long limit) {
    super(
        "the rows of %s need more than the %d MB that this heap allows for: use a larger one (-Xmx)"
            .formatted(day, limit >> 20));
  }
}
