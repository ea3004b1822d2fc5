/** Answers from the collected data, without Flume: queries over the five datasets, and SQL. */
package io.stocktrend.client;
