/** NewsAPI as it is simulated. */
package io.stocktrend.simulator.newsapi;
