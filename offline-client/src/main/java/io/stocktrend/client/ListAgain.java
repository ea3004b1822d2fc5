package io.stocktrend.client;

import java.nio.file.Files;
import java.util.function.Supplier;

/**
 * Asks a question once more when a part file was gone by the time it was read: compaction has put
 * others in its place since the folder was listed.
 */
final class ListAgain {
  private static final int MOST_ATTEMPTS = 100;

  private ListAgain() {}

  /**
   * The answer.
   *
   * @param question lists the files and reads them
   */
  static <T> T ask(Supplier<T> question) {
    for (int attempt = 1; ; attempt++) {
      try {
        return question.get();
      } catch (ClientException e) {
        if (attempt == MOST_ATTEMPTS || !isOfVanishedPart(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isOfVanishedPart(ClientException failure) {
    return DatabaseErrors.part(failure).filter(part -> Files.notExists(part)).isPresent();
  }
}
