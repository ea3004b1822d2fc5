package io.stocktrend.record;

/** Names of the headers that every event of this pipeline carries, or may carry. */
public final class EventHeaders {
  /** {@link Dataset#id()} of the record in the body. */
  public static final String DATASET = "dataset";

  /** CRC-64-AVRO fingerprint of the schema that wrote the body, as 16 hexadecimal digits. */
  public static final String SCHEMA_FINGERPRINT = "schema.fingerprint";

  /** {@code collected_at} in milliseconds since the epoch, for Flume's path escapes. */
  public static final String TIMESTAMP = "timestamp";

  /** Natural key of the record: all versions of one fact have the same. */
  public static final String KEY = "key";

  /**
   * {@code true} on an event that may have been delivered before, as after a crash between a
   * channel's commit and the cursor's move. A sink looks such an event up before it stores it.
   */
  public static final String POSSIBLE_DUPLICATE = "possible.duplicate";

  /**
   * {@link #PASSED} or {@link #REFUSED}, what validation found of the event: for a multiplexing
   * selector. A sink of data stores no refused event, but sets it aside.
   */
  public static final String VALIDATION = "validation";

  /** Value of {@link #VALIDATION} on an event whose record may be stored. */
  public static final String PASSED = "passed";

  /** Value of {@link #VALIDATION} on an event that belongs in quarantine. */
  public static final String REFUSED = "refused";

  /** On a refused event, why. */
  public static final String VALIDATION_REASON = "validation.reason";

  /** On a refused event, the name of the interceptor that refused it. */
  public static final String VALIDATION_COMPONENT = "validation.component";

  private EventHeaders() {}
}
