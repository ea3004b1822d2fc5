/** Serves the figures of a running agent on the loopback address, as JSON and for Prometheus. */
package io.stocktrend.agent.metrics;
