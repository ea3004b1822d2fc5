/** Alpha Vantage: one path for everything, 200 for everything, a key, 25 requests a day. */
package io.stocktrend.source.provider.alphavantage;
