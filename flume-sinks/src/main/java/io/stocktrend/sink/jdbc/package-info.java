/**
 * Rows of a relational database: tables from the schemas, one SQL transaction per batch, rows that
 * the database refuses taken out one by one. What only PostgreSQL knows stands behind a dialect.
 */
package io.stocktrend.sink.jdbc;
