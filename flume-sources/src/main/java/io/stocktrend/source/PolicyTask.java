package io.stocktrend.source;

import io.stocktrend.source.provider.AnnouncementKind;

/** One kind of one provider, which is what succeeds or fails as a whole. */
record PolicyTask(String provider, AnnouncementKind kind) {
  /** The task of that name. */
  static PolicyTask of(String name) {
    String[] parts = name.split("\\|", -1);
    return new PolicyTask(parts[0], AnnouncementKind.valueOf(parts[1]));
  }

  String name() {
    return provider + '|' + kind;
  }
}
