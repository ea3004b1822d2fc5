/**
 * The providers: narrow interfaces that sources ask through, and one package for each provider that
 * knows its wire format. A provider's quirks stay in its package.
 */
package io.stocktrend.source.provider;
