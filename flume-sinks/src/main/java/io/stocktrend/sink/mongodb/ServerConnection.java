package io.stocktrend.sink.mongodb;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ServerDescription;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * A client that connects when it is first needed. Its calls run in a thread of their own, so that
 * an interrupt ends them at once: the driver would read from a server that hangs until its timeout.
 */
final class ServerConnection implements Closeable {
  private static final int DEFAULT_DOCUMENT_SIZE = 16 << 20;

  private final String name;
  private final MongoClientSettings settings;
  private MongoClient client;
  private ExecutorService caller;

  ServerConnection(String name, MongoClientSettings settings) {
    this.name = name;
    this.settings = settings;
  }

  /**
   * Makes one call.
   *
   * @throws IOException if a retry may help; the message says what failed
   * @throws InterruptedIOException if this thread was interrupted; its flag is set again
   */
  <T> T call(Function<MongoClient, T> work) throws IOException {
    if (client == null) {
      client = MongoClients.create(settings);
      caller = Executors.newSingleThreadExecutor(this::daemon);
    }
    MongoClient current = client;
    Future<T> answer = caller.submit(() -> work.apply(current));
    try {
      return answer.get();
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("stopped while MongoDB worked").initCause(e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  /** The most bytes of a document that every server seen so far takes. */
  int maxDocumentSize() {
    return client == null
        ? DEFAULT_DOCUMENT_SIZE
        : client.getClusterDescription().getServerDescriptions().stream()
            .mapToInt(ServerDescription::getMaxDocumentSize)
            .min()
            .orElse(DEFAULT_DOCUMENT_SIZE);
  }

  private static IOException failure(Throwable cause) {
    if (cause instanceof MongoException refusal) {
      return new IOException(FailureKind.text(refusal), refusal);
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) cause;
  }

  private Thread daemon(Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Ends the connection without waiting for a call; the next call makes another one. */
  @Override
  public void close() {
    if (client == null) {
      return;
    }
    caller.shutdownNow();
    client.close();
    client = null;
  }
}
