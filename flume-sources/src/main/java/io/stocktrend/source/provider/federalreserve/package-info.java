/** The Federal Reserve: its calendar page, statement pages and RSS feeds. No key. */
package io.stocktrend.source.provider.federalreserve;
