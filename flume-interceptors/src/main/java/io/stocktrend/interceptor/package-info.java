/** Flume interceptors: what is checked, scored or left out before an event reaches a channel. */
package io.stocktrend.interceptor;
