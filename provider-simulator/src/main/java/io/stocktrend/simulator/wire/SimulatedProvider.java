package io.stocktrend.simulator.wire;

import java.util.List;
import java.util.Map;

/** One provider's endpoints; adding a provider is adding a class of this type. */
public interface SimulatedProvider {

  /** The endpoints, each under a path of this provider's own. */
  List<Route> routes();

  /** The keys of a providers file that lead a client here, given the simulator's base URL. */
  Map<String, String> properties(String baseUrl);
}
