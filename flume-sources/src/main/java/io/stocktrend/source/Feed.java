package io.stocktrend.source;

import io.stocktrend.source.http.ProviderClient;
import io.stocktrend.source.state.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The same as it is written down. */
    Run.Outcome outcome() {
      return Run.Outcome.valueOf(name());
    }

    /** The progress in words, as the log has it. */
    String sentence() {
      return sentence;
    }
  }

  /** What a round asks of each provider; empty where that cannot be told. */
  default List<Demand> demands() {
    return List.of();
  }

  /** What asks each provider, by its name. */
  default Map<String, ProviderClient> clients() {
    return Map.of();
  }

  /** What this round has not obtained up to now: the items by the reason. */
  default Map<String, List<String>> failed() {
    return Map.of();
  }

  /** What is to be collected; empty where that cannot be told. */
  default Optional<Expected> expected() {
    return Optional.empty();
  }

  /** What asks for the past; empty where no provider has it. */
  default Optional<History> history() {
    return Optional.empty();
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
