/** The text formats that an answer can be written in. */
package io.stocktrend.client.format;
