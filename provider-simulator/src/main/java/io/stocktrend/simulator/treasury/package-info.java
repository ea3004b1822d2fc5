/** The Treasury's yield curve, fiscal data and auctions, as the agents see them. */
package io.stocktrend.simulator.treasury;
