package io.stocktrend.interceptor.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The engines on the class path. */
public final class SentimentEngines {
  /** The engine that serves where none is named. */
  public static final String DEFAULT = "finance-lexicon";

  private SentimentEngines() {}

  /** The engine of that name, if the class path has one. */
  public static Optional<SentimentEngine> named(String name) {
    return all().stream().filter(engine -> engine.name().equals(name)).findFirst();
  }

  /** The names of all engines on the class path. */
  public static List<String> names() {
    return all().stream().map(SentimentEngine::name).sorted().toList();
  }

  /** By the loader of this class too: an agent's threads need not see the plugins' jars. */
  private static List<SentimentEngine> all() {
    List<SentimentEngine> engines = new ArrayList<>();
    ServiceLoader.load(SentimentEngine.class, SentimentEngine.class.getClassLoader())
        .forEach(engines::add);
    return engines;
  }
}
