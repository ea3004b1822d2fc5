package io.stocktrend.sink.mongodb;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Set;

/** Tells what a retry may save from what the server will never take. */
final class FailureKind {
  private static final int DUPLICATE_KEY = 11000;

  /**
   * MongoDB's codes for a server that is down, stepping down, busy, full, interrupted or not yet
   * willing to let the user in.
   */
  private static final Set<Integer> PASSING =
      Set.of(
          6, 7, 13, 18, 24, 46, 50, 63, 64, 89, 91, 112, 133, 134, 150, 189, 202, 203, 262, 290,
          301, 317, 365, 384, 391, 8000, 9001, 10058, 10107, 11600, 11601, 11602, 12582, 13388,
          13435, 13436, 14031);

  private FailureKind() {}

  /** Whether the document may be taken at another time. */
  static boolean passes(BulkWriteError error) {
    // Two writers that insert the same identity at once: the one that comes second is told this.
    boolean race = error.getCode() == DUPLICATE_KEY && error.getMessage().contains("index: _id_");
    return race || PASSING.contains(error.getCode());
  }

  /** One line about a failure of a whole call, without secrets. */
  static String text(MongoException failure) {
    if (failure instanceof MongoSecurityException) {
      return "MongoDB does not let the user in: look at user, password and authSource (code "
          + failure.getCode()
          + ")";
    }
    if (failure instanceof MongoBulkWriteException bulk) {
      return "MongoDB did not make the batch durable: " + reason(bulk);
    }
    if (failure instanceof MongoCommandException command) {
      return "MongoDB refused: " + command.getErrorMessage() + " (code " + command.getCode() + ")";
    }
    if (failure instanceof MongoTimeoutException || failure instanceof MongoSocketException) {
      return "MongoDB cannot be reached: " + failure.getMessage();
    }
    return "MongoDB failed: " + failure.getMessage();
  }

  private static String reason(MongoBulkWriteException bulk) {
    if (bulk.getWriteConcernError() != null) {
      return bulk.getWriteConcernError().getMessage();
    }
    return bulk.getWriteErrors().stream()
        .filter(FailureKind::passes)
        .findFirst()
        .map(first -> first.getMessage() + " (code " + first.getCode() + ")")
        .orElse(bulk.getMessage());
  }
}
