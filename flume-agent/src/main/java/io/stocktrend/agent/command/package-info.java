/** The commands of {@code stocktrend} that write: they join it where Flume and its plugins are. */
package io.stocktrend.agent.command;
