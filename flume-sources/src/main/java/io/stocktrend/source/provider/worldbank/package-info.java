/** The World Bank's indicators: no key, no vintages, 200 for everything. */
package io.stocktrend.source.provider.worldbank;
