package io.stocktrend.source.http;

/**
 * Decides by what an answer holds whether it is one: a 200 without the payload's member is a
 * refusal. It is asked for every answer, within the retries.
 */
@FunctionalInterface
public interface AnswerPolicy {
  /**
   * Returns if the answer may be parsed.
   *
   * @throws ProviderException of the kind that decides about a retry
   */
  void check(Answer answer) throws ProviderException;
}
