package io.stocktrend.source.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A further call for what the first one left unknown. Only an answer may leave a column unknown:
 * that the provider knows nothing, or that it tells this key nothing. A call that failed says
 * nothing about the column, so it costs the whole answer.
 */
public final class Supplement {
  private static final Logger LOG = LoggerFactory.getLogger(Supplement.class);
  private static final Set<FailureKind> ANSWERS =
      Set.of(FailureKind.NOT_FOUND, FailureKind.AUTHENTICATION);

  private Supplement() {}

  /** The further call. */
  @FunctionalInterface
  public interface Call {
    JsonNode ask() throws ProviderException, InterruptedException;
  }

  /**
   * What the call brings, a missing node if the provider has nothing to tell.
   *
   * @param what for messages, such as {@code the profile of AAPL}
   * @throws ProviderException if it failed, so that what the provider knows stays open
   */
  public static JsonNode of(String what, Call call) throws ProviderException, InterruptedException {
    try {
      return call.ask();
    } catch (ProviderException e) {
      if (!ANSWERS.contains(e.kind())) {
        throw e.about(what);
      }
      if (e.kind() == FailureKind.NOT_FOUND) {
        LOG.debug("Without {}: {}", what, e.getMessage());
      } else {
        LOG.warn("Without {}: {}", what, e.getMessage());
      }
      return MissingNode.getInstance();
    }
  }
}
