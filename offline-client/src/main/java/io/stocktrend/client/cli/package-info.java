/** The {@code stocktrend} command line over the client. */
package io.stocktrend.client.cli;
