package io.stocktrend.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request that a simulator received, for assertions.
 *
 * @param route name of the route, {@code none} if there is none for the path
 * @param query decoded parameters
 * @param headers by name, whatever the case
 * @param instant the simulator's clock at arrival
 */
public record ReceivedRequest(
    String route,
    String path,
    Map<String, String> query,
    Map<String, List<String>> headers,
    Instant instant) {}
