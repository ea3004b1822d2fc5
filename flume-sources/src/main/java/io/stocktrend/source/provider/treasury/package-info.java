/** The US Treasury: yield curve, fiscal data and auctions, at three addresses. No key. */
package io.stocktrend.source.provider.treasury;
