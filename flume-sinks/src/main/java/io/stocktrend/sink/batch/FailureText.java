package io.stocktrend.sink.batch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.apache.flume.ChannelException;

/** Says in one line why a store or a channel failed, and what to do about it. */
final class FailureText {
  private FailureText() {}

  static String of(Throwable failure) {
    if (failure instanceof UnavailableStoreException store) {
      return store.getMessage() + ": " + store.advice();
    }
    return failure + ": " + advice(failure);
  }

  private static String advice(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("no space left") || message.contains("quota exceeded")) {
      return "the disk is full: free some space";
    }
    if (message.contains("read-only file system")) {
      return "the file system is read-only: mount it writable";
    }
    if (failure instanceof AccessDeniedException || message.contains("permission denied")) {
      return "the agent's user may not write there: give it the right to";
    }
    if (failure instanceof FileAlreadyExistsException
        || failure instanceof NotDirectoryException
        || message.contains("not a directory")) {
      return "a file stands where a folder is needed: move it away";
    }
    if (failure instanceof OutOfMemoryError) {
      return "give the agent a larger heap (-Xmx) or the sink a smaller batchSize";
    }
    if (failure instanceof LinkageError) {
      return "a library of the class path is too old or missing";
    }
    return general(failure);
  }

  private static String general(Throwable failure) {
    if (failure instanceof ChannelException || failure instanceof IllegalStateException) {
      return "look for an earlier message of the channel";
    }
    return failure instanceof IOException
        ? "see that the path or server is reachable and writable"
        : "this is unexpected: report it with the stack trace";
  }
}
