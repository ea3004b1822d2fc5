package io.stocktrend.record;

import java.util.Locale;

/** The columns that stand first in every dataset, in this order. */
public enum Field {
  RECORD_ID(0),
  EVENT_TIME(1),
  KNOWN_AT(2),
  COLLECTED_AT(3),
  PROVIDER(4);

  private final int position;

  Field(int position) {
    this.position = position;
  }

  /** Column name, e.g. {@code record_id}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Position in every schema, from 0. */
  public int position() {
    return position;
  }
}
