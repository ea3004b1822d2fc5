package io.stocktrend.sink.jdbc;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes calls that block in the network in a thread of their own, one at a time: an interrupt of
 * the caller ends the call at once, where a read from a socket would wait for its timeout.
 */
final class PromptCalls implements Closeable {
  private final ExecutorService worker;

  PromptCalls(String name) {
    worker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** What the work gives; an interrupt runs {@code abort}, which must not block. */
  <T> T call(Callable<T> work, Runnable abort) throws IOException {
    Future<T> result = worker.submit(work);
    try {
      return result.get();
    } catch (InterruptedException e) {
      abort.run();
      result.cancel(true);
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("stopped while a server worked").initCause(e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static IOException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof RuntimeException exception) {
      throw exception;
    }
    return cause instanceof IOException exception ? exception : new IOException(cause);
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
