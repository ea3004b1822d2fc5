package io.stocktrend.sink.text;

/** Writes values, none of them null, of one Avro type. */
@FunctionalInterface
interface ValueText {
  /**
   * Adds the value's text.
   *
   * @throws RuntimeException if this value can never be written
   */
  void put(TextBuffer out, Object value);
}
