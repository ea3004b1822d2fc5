/** Technical indicators over a series of closing prices. Free of Flume. */
package io.stocktrend.source.indicator;
