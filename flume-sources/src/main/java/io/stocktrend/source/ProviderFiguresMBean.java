package io.stocktrend.source;

/** What a source has asked of one provider since its start. */
public interface ProviderFiguresMBean {
  /** {@code PROVIDER}, as Flume's monitoring sorts its figures by type. */
  String getType();

  String getSource();

  String getProvider();

  /** Requests with a usable answer. */
  long getAnsweredCount();

  /** Requests whose key, or the plan behind it, was refused. */
  long getAuthenticationCount();

  /** Requests that came too fast for the provider. */
  long getRateLimitCount();

  /** Requests beyond the day's quota. */
  long getQuotaCount();

  /** Requests without a whole answer. */
  long getUnavailableCount();

  /** Requests whose answer, or which themselves, were malformed. */
  long getMalformedCount();

  /** Requests for what the provider does not know. */
  long getNotFoundCount();

  /** Requests that a limit or an outage kept back. */
  long getNotAskedCount();

  /** Milliseconds from sending to the end of the answer, summed over all requests sent. */
  long getRequestMillis();

  /** Milliseconds for which requests waited for the limits. */
  long getLimitWaitMillis();

  /** Requests that were sent once more after a failure. */
  long getRetryCount();

  /** Requests that the limit of 24 hours leaves; -1 without such a limit. */
  long getQuotaLeft();

  /** 1 while the provider is left alone because it failed repeatedly, else 0. */
  long getLeftAlone();
}
