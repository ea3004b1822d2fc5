/** Yahoo Finance: quotes behind a cookie and a crumb, charts without. No key, no contract. */
package io.stocktrend.source.provider.yahoo;
