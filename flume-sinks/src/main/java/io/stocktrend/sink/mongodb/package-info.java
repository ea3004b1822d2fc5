/** MongoDB as a store: records as documents, a batch as unordered bulks of replacing upserts. */
package io.stocktrend.sink.mongodb;
