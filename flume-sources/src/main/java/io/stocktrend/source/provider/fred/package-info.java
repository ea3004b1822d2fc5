/** FRED and its archive ALFRED: series with vintages, a key, 400 for everything refused. */
package io.stocktrend.source.provider.fred;
