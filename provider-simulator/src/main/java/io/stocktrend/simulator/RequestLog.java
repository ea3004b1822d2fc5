package io.stocktrend.simulator;

import io.stocktrend.simulator.wire.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last 20,000 requests received, so that long runs need no more memory. Thread-safe. */
final class RequestLog {

  private static final int CAPACITY = 20_000;

  private final Deque<ReceivedRequest> requests = new ArrayDeque<>();

  synchronized void add(String route, Request request) {
    if (requests.size() == CAPACITY) {
      requests.removeFirst();
    }
    requests.addLast(
        new ReceivedRequest(
            route, request.path(), request.query(), request.headers(), request.receivedAt()));
  }

  synchronized List<ReceivedRequest> all() {
    return List.copyOf(requests);
  }
}
