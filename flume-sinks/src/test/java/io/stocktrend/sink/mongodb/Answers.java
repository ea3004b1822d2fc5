package io.stocktrend.sink.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** What a server says when an update fails. */
final class Answers {
  private Answers() {}

  /** Some documents were refused, the others stored. */
  static Document writeErrors(Document... errors) {
    return new Document("ok", 1)
        .append("n", 0)
        .append("nModified", 0)
        .append("writeErrors", List.of(errors));
  }

  /** All was written, but not by enough servers. */
  static Document writeConcernError(int code, String message) {
    return new Document("ok", 1)
        .append("n", 0)
        .append("nModified", 0)
        .append("writeConcernError", new Document("code", code).append("errmsg", message));
  }

  /** The command as a whole was refused. */
  static Document refusal(int code, String message) {
    return new Document("ok", 0).append("code", code).append("errmsg", message);
  }
}
