/** The sinks that agent files name. */
package io.stocktrend.sink;
