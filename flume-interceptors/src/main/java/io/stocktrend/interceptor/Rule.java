package io.stocktrend.interceptor;

import java.util.function.Consumer;

/** One demand on a record: every fault that it finds is told in words that end no sentence. */
interface Rule {
  void check(Facts facts, Consumer<String> faults);
}
