package io.stocktrend.agent;

import java.util.Map;
import org.apache.flume.Context;

/**
 * An agent that is to run on the same machine as another one.
 *
 * @param settings of its components, with all placeholders filled in
 */
record Neighbour(AgentFile file, String agent, Map<Component, Context> settings) {}
