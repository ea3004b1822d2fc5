package io.stocktrend.sink.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flume.Event;

/**
 * Handles the events of one batch in order on a thread of its own, while the channel is read on: a
 * file channel spends most of a take in system calls. The thread ends with the batch.
 */
final class EventRelay implements Closeable {
  private static final int MOST_WAITING = 16;
  private static final long LOOK_MILLIS = 100;
  private static final List<Event> END = List.of();

  private final Target target;
  private final BlockingQueue<List<Event>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;
  private volatile Throwable failure;

  /** What is to be done with events. */
  @FunctionalInterface
  interface Target {
    void accept(List<Event> events) throws IOException;
  }

  /** A relay whose thread has that name. */
  EventRelay(String name, Target target) {
    this.target = target;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      for (List<Event> events = waiting.take(); events != END; events = waiting.take()) {
        target.accept(events);
      }
    } catch (Throwable e) {
      failure = e;
    }
  }

  /**
   * Hands over events, which the caller leaves alone from now on.
   *
   * @throws IOException what has failed until now
   */
  void put(List<Event> events) throws IOException, InterruptedException {
    boolean put = false;
    while (!put) {
      rethrow();
      put = waiting.offer(events, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Returns when all events have been handled; what the thread has done is visible then. */
  void finish() throws IOException, InterruptedException {
    put(END);
    thread.join();
    rethrow();
  }

  private void rethrow() throws IOException {
    Throwable thrown = failure;
    if (thrown instanceof IOException e) {
      throw e;
    }
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
    if (thrown != null) {
      throw new IllegalStateException(thrown);
    }
  }

  /** Returns when the thread has ended, whatever still waits. */
  @Override
  public void close() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      thread.interrupt();
      try {
        thread.join(LOOK_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
