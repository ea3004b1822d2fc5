/** When the exchange trades: sessions, holidays and early closes. Free of Flume. */
package io.stocktrend.source.market;
