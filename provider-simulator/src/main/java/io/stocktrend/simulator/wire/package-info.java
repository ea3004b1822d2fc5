/** What a simulated provider is made of: requests, answers and routes, free of any server. */
package io.stocktrend.simulator.wire;
