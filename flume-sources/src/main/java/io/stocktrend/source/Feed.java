package io.stocktrend.source;

import java.io.IOException;
import java.time.Duration;

/** Collects one dataset from its providers; used by one thread at a time. */
interface Feed extends AutoCloseable {
  /** How long a fact is remembered unless the feed needs longer. */
  Duration DEFAULT_MEMORY = Duration.ofDays(400);

  /** Whether anything is left to ask for before the next due time. */
  enum Progress {
    /** Everything is answered, or known to no provider. */
    COMPLETE("complete"),
    /** Something failed that may succeed within minutes. */
    INCOMPLETE("some still to be asked for"),
    /** Only what a person or another day can help is left, such as a wrong key or a spent quota. */
    REFUSED("refused by every provider for some");

    private final String sentence;

    Progress(String sentence) {
      this.sentence = sentence;
    }

    /** The progress in words, as the log has it. */
    String sentence() {
      return sentence;
    }
  }

  /** Starts a new round: everything is to be asked for. */
  void begin();

  /**
   * Asks for what this round has not answered yet and offers each record as it comes.
   *
   * @throws InterruptedException if the agent stops
   */
  Progress poll(Emitter emitter) throws IOException, InterruptedException;

  /**
   * How long a fact is remembered after it was last offered: as long as a provider may still bring
   * it up.
   */
  default Duration memory() {
    return DEFAULT_MEMORY;
  }

  @Override
  void close();
}
