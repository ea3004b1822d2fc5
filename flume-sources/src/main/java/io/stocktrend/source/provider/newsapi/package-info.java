/** NewsAPI: searches for stories by company name, with a key and few requests a day. */
package io.stocktrend.source.provider.newsapi;
