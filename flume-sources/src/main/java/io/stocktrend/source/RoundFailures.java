package io.stocktrend.source;

import io.stocktrend.source.http.Activity;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a round could not obtain, and what that means for it: what may pass is asked for again
 * within minutes, what a person or another day can help is reported as refused. What does not pass
 * by itself is said once, not every round.
 */
final class RoundFailures {
  private static final Logger LOG = LoggerFactory.getLogger(RoundFailures.class);

  private final String what;
  private final Map<String, String> warned = new HashMap<>();
  private final Map<String, String> givenUp = new TreeMap<>();
  private final Map<String, String> toAskAgain = new TreeMap<>();
  private boolean isRefused;

  /**
   * @param what is asked for, as it stands in "No ... of AAPL"
   */
  RoundFailures(String what) {
    this.what = what;
  }

  /** A new round begins. */
  void begin() {
    isRefused = false;
    givenUp.clear();
    toAskAgain.clear();
  }

  /** What is left of the round is asked for once more. */
  void beginAttempt() {
    toAskAgain.clear();
  }

  /** It was obtained after all: a later failure is news. */
  void obtained(String item) {
    warned.remove(item);
  }

  /**
   * Reports that none of the providers had it.
   *
   * @param failures of each provider that was asked
   * @return whether it is to be asked for again in this round
   */
  boolean mayPass(String item, List<ProviderException> failures) {
    return mayPass(item, List.of(item), failures);
  }

  /**
   * Reports several at once.
   *
   * @param item all of them in words
   */
  boolean mayPass(String item, Collection<String> items, List<ProviderException> failures) {
    String why = failures.stream().map(Throwable::getMessage).collect(Collectors.joining("; "));
    boolean isNews = !why.equals(warned.put(item, why));
    boolean mayPass = failures.stream().anyMatch(RoundFailures::mayPass);
    if (isNews || mayPass) {
      LOG.warn("No {} of {}: {}", what, item, why);
    }
    String reason = reason(failures);
    items.forEach(each -> (mayPass ? toAskAgain : givenUp).put(each, reason));
    isRefused |= !mayPass && failures.stream().anyMatch(RoundFailures::isRefusal);
    return mayPass;
  }

  /** What the round has not obtained up to now: the items by the reason. */
  Map<String, List<String>> byReason() {
    Map<String, List<String>> byReason = new TreeMap<>();
    Stream.of(givenUp, toAskAgain)
        .flatMap(items -> items.entrySet().stream())
        .forEach(
            item ->
                byReason
                    .computeIfAbsent(item.getValue(), reason -> new ArrayList<>())
                    .add(item.getKey()));
    return byReason;
  }

  /** What each provider made of it, e.g. {@code yahoo not_found, finnhub quota}. */
  private static String reason(List<ProviderException> failures) {
    return failures.stream()
        .map(failure -> failure.provider() + " " + Activity.outcome(failure.kind()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** How far the round has come. */
  Feed.Progress progress(boolean isAnyLeft) {
    if (isAnyLeft) {
      return Feed.Progress.INCOMPLETE;
    }
    return isRefused ? Feed.Progress.REFUSED : Feed.Progress.COMPLETE;
  }

  /**
   * The failure that a mistake in a provider's reader amounts to, logged. The mistake's message may
   * quote the answer, and an answer may echo a key, so it is left out.
   */
  static ProviderException unread(String provider, RuntimeException mistake) {
    ProviderException failure =
        new ProviderException(
            provider, FailureKind.MALFORMED, "not read: " + mistake.getClass().getName());
    failure.setStackTrace(mistake.getStackTrace());
    LOG.error("An answer of {} could not be read.", provider, failure);
    return failure;
  }

  /** A garbled answer is worth another try, as an absent one is. */
  private static boolean mayPass(ProviderException failure) {
    return failure.kind().isTransient() || failure.kind() == FailureKind.MALFORMED;
  }

  /** Another key or another day may bring what this provider was asked for. */
  private static boolean isRefusal(ProviderException failure) {
    return failure.kind() != FailureKind.NOT_FOUND;
  }
}
