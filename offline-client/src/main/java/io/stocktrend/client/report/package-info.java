/** The report: one self-contained HTML page about what a data root holds. */
package io.stocktrend.client.report;
