package io.stocktrend.simulator.federalreserve;

import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Request;
import io.stocktrend.simulator.wire.Route;
import io.stocktrend.simulator.wire.SimulatedProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The Federal Reserve below {@code /federalreserve}: one calendar, and pages and feeds of it. */
public final class SimulatedFederalReserve implements SimulatedProvider {

  private static final String ROOT = "/federalreserve";
  private static final String RELEASES = "/newsevents/pressreleases/";
  private static final String XML = "text/xml";
  private static final String NOT_FOUND =
      "<!DOCTYPE html><html><head><title>Page not found (synthetic)</title></head></html>";
  private static final int FIRST_YEAR = 2015;
  private static final int LAST_YEAR = 2100;

  private final TargetRate rate;
  private final FedFeeds feeds;

  public SimulatedFederalReserve(long seed) {
    this.rate = new TargetRate(seed);
    this.feeds = new FedFeeds(seed);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        page("calendar", "/monetarypolicy/fomccalendars.htm", CalendarPage::of),
        feed("press", "/feeds/press_all.xml", feeds::press),
        feed("speeches", "/feeds/speeches.xml", feeds::speeches),
        Route.below(
            "federalreserve.release", ROOT + RELEASES, this::release, request -> notFound()));
  }

  @Override
  public Map<String, String> properties(String baseUrl) {
    return Map.of("federalreserve.baseUrl", baseUrl + ROOT);
  }

  private static Route page(String name, String path, Function<Instant, String> html) {
    return Route.at(
        "federalreserve." + name,
        ROOT + path,
        request -> Answer.of(200, Answer.HTML, html.apply(request.receivedAt())),
        request -> Answer.of(200, Answer.HTML, CalendarPage.withoutPanels()));
  }

  private static Route feed(String name, String path, Function<Instant, String> xml) {
    return Route.at(
        "federalreserve." + name,
        ROOT + path,
        request -> Answer.of(200, XML, xml.apply(request.receivedAt())),
        request -> Answer.of(200, XML, FedFeeds.withoutItems()));
  }

  private Answer release(Request request) {
    String path = request.path().substring(ROOT.length());
    return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
        .filter(year -> path.contains("monetary" + year))
        .boxed()
        .flatMap(year -> Meeting.of(year).stream())
        .filter(meeting -> meeting.isRegular() && meeting.statementPath().equals(path))
        .filter(meeting -> !meeting.statementAt().isAfter(request.receivedAt()))
        .findFirst()
        .map(meeting -> Answer.of(200, Answer.HTML, StatementPage.of(meeting, rate)))
        .orElseGet(SimulatedFederalReserve::notFound);
  }

  private static Answer notFound() {
    return Answer.of(404, Answer.HTML, NOT_FOUND);
  }
}
