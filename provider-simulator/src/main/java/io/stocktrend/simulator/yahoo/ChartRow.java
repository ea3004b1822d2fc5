package io.stocktrend.simulator.yahoo;

import io.stocktrend.simulator.market.Bar;
import io.stocktrend.simulator.market.Session;
import java.time.Instant;

/**
 * One row of a chart.
 *
 * @param stamp the bar's start; of a running bar the last trade
 */
record ChartRow(Session session, Instant stamp, Bar bar) {}
