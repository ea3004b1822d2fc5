package io.stocktrend.interceptor;

/** Which texts of an article are scored. */
enum ArticleText {
  /** The headline alone. */
  HEADLINE,
  /** The headline, and the summary where nothing in the headline decides. */
  SUMMARY_IF_NEUTRAL
}
