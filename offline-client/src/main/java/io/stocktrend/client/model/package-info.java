/** The rows of the five datasets as records; unknown is null, times are UTC. */
package io.stocktrend.client.model;
