package io.stocktrend.client;

import java.nio.file.Files;
import java.util.function.Supplier;

/**
 * Asks a question once more when a part file was gone by the time it was read: compaction has put
 * others in its place since the folder was listed; or when the part is damaged and is left out.
 */
final class ListAgain {
  private static final int MOST_ATTEMPTS = 5;

  private ListAgain() {}

  /**
   * The answer.
   *
   * @param parts which parts are read
   * @param question lists the files and reads them
   */
  static <T> T ask(Parts parts, Supplier<T> question) {
    int attempt = 1;
    while (true) {
      try {
        return question.get();
      } catch (ClientException e) {
        boolean vanished = isOfVanishedPart(e);
        if (vanished ? attempt++ == MOST_ATTEMPTS : !parts.leaveOut(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isOfVanishedPart(ClientException failure) {
    return DatabaseErrors.part(failure).filter(part -> Files.notExists(part)).isPresent();
  }
}
