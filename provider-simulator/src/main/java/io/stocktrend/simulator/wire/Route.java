package io.stocktrend.simulator.wire;

import java.util.function.Predicate;

/**
 * One endpoint.
 *
 * @param name provider and endpoint, e.g. {@code yahoo.quote}; the name that fault rules use
 * @param matches whether a request is for this endpoint
 * @param handler the healthy answer
 * @param empty the provider's own "nothing found" answer
 * @param takesForms whether forms may be posted to it
 */
public record Route(
    String name, Predicate<Request> matches, Handler handler, Handler empty, boolean takesForms) {

  /** An endpoint that is only asked. */
  public Route(String name, Predicate<Request> matches, Handler handler, Handler empty) {
    this(name, matches, handler, empty, false);
  }

  /** This endpoint, to which forms may be posted too. */
  public Route takingForms() {
    return new Route(name, matches, handler, empty, true);
  }

  /** An endpoint at one path. */
  public static Route at(String name, String path, Handler handler, Handler empty) {
    return new Route(name, request -> request.path().equals(path), handler, empty);
  }

  /** An endpoint below a path, which ends with a slash; the rest of the path is the symbol. */
  public static Route below(String name, String path, Handler handler, Handler empty) {
    return new Route(name, request -> request.path().startsWith(path), handler, empty);
  }
}
