package io.stocktrend.source.provider;

import io.stocktrend.source.http.ProviderException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a provider answered of one kind.
 *
 * @param found in the order of the answer
 * @param unusable why a row is none, such as one without a time that can be trusted
 * @param failed parts of the kind that could not be asked for, such as one page of many
 */
public record Announcements(
    List<Finding> found, List<String> unusable, List<ProviderException> failed) {
  /** An answer to be filled. */
  public static Announcements empty() {
    return new Announcements(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
