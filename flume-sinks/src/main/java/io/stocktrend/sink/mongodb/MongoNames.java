package io.stocktrend.sink.mongodb;

import io.stocktrend.record.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What MongoDB takes for the name of a database or a collection. */
final class MongoNames {
  private static final Pattern DATABASE = Pattern.compile("[^/\\\\. \"$*<>:|?\\x00]{1,63}");
  private static final int LONGEST_COLLECTION = 180;

  private MongoNames() {}

  static String requireDatabase(Settings settings, String name) {
    if (!DATABASE.matcher(name).matches()) {
      throw settings.wrong(
          "database",
          name,
          "at most 63 characters without / \\ . \" $ * < > : | ? and blank",
          null);
    }
    return name;
  }

  /** Why no collection may have that name, if so. */
  static Optional<String> objection(String collection) {
    boolean taken = collection.startsWith("system.") || collection.contains(".system.");
    if (taken || collection.contains("$")) {
      return Optional.of("'" + collection + "' holds $ or system., which MongoDB keeps for itself");
    }
    if (collection.getBytes(StandardCharsets.UTF_8).length > LONGEST_COLLECTION) {
      return Optional.of("it has more than " + LONGEST_COLLECTION + " bytes");
    }
    return Optional.empty();
  }
}
