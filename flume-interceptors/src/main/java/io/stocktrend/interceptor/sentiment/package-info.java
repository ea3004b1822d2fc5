/** What a headline means for a share: the engines that score it, and the finance lexicon. */
package io.stocktrend.interceptor.sentiment;
