package io.stocktrend.sink.file;

/** Says which event of a part the format can never write. */
final class UnwritableRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int position;

  UnwritableRecordException(int position, RuntimeException cause) {
    super("the record cannot be written: " + cause, cause);
    this.position = position;
  }

  /** Position in the part, from 0. */
  int position() {
    return position;
  }
}
