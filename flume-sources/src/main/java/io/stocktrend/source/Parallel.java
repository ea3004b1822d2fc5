package io.stocktrend.source;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Asks for many things, a few at a time, and takes the answers one by one as they come. */
final class Parallel {
  private Parallel() {}

  /** Asks for one thing, on a thread of its own. */
  @FunctionalInterface
  interface Call<T, R> {
    R ask(T item) throws InterruptedException;
  }

  /** Takes one answer, on the thread of the caller. */
  @FunctionalInterface
  interface Taker<T, R> {
    void take(T item, R result) throws IOException, InterruptedException;
  }

  /**
   * Returns once every answer is taken. If the thread is interrupted, or anything is thrown, the
   * calls under way are interrupted and no further ones are made.
   *
   * @param concurrency calls under way at once at the most
   */
  static <T, R> void ask(List<T> items, int concurrency, Call<T, R> call, Taker<T, R> taker)
      throws IOException, InterruptedException {
    int atOnce = Math.min(concurrency, items.size());
    if (atOnce == 0) {
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(atOnce, Parallel::daemon);
    try {
      CompletionService<Answer<T, R>> answers = new ExecutorCompletionService<>(threads);
      Iterator<T> left = items.iterator();
      for (int i = 0; i < atOnce; i++) {
        submit(left.next(), call, answers);
      }
      for (int taken = 0; taken < items.size(); taken++) {
        Answer<T, R> answer = next(answers);
        if (left.hasNext()) {
          submit(left.next(), call, answers);
        }
        taker.take(answer.item, answer.result);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private record Answer<T, R>(T item, R result) {}

  private static <T, R> void submit(
      T item, Call<T, R> call, CompletionService<Answer<T, R>> answers) {
    answers.submit(() -> new Answer<>(item, call.ask(item)));
  }

  private static <T, R> Answer<T, R> next(CompletionService<Answer<T, R>> answers)
      throws InterruptedException {
    try {
      return answers.take().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException mistake) {
        throw mistake;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a call was interrupted, but not by the agent", e.getCause());
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stocktrend-requests");
    thread.setDaemon(true);
    return thread;
  }
}
