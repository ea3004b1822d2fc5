package io.stocktrend.agent.metrics;

import java.util.Map;

/** One value of a metric. */
record Sample(String metric, Map<String, String> labels, double value) {}
