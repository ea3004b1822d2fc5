package io.stocktrend.source.provider;

import io.stocktrend.source.http.ProviderException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a provider answered of one kind.
 *
 * @param found in the order of the answer
 * @param unusable why a row is none, such as one without a time that can be trusted
 * @param failed parts of the kind that could not be asked for, such as one page of many
 */
public record Announcements(
    List<Finding> found, List<String> unusable, List<ProviderException> failed) {
  /**
   * What was found, of several of one fact and time the last: both would be taken for its only
   * version, in turns at every round.
   */
  public List<Finding> lastOfEach() {
    Map<List<Object>, Finding> last = new LinkedHashMap<>();
    for (Finding finding : found) {
      Instant version = finding.datesVersion() ? finding.publishedAt() : Instant.MIN;
      last.put(List.of(finding.key(), version), finding);
    }
    return List.copyOf(last.values());
  }

  /** An answer to be filled. */
  public static Announcements empty() {
    return new Announcements(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
