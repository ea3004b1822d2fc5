package io.stocktrend.source;

import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every kind of misbehaviour on every documented route, in an order and at turns left to chance.
 */
final class FaultPlan {
  private static final Path PAGE = Path.of("../docs/simulator.md");
  private static final Pattern ROUTE = Pattern.compile("(?m)^\\| `(\\w+\\.\\w+)` \\|");
  private static final List<Integer> STATUSES = List.of(403, 404, 429, 500, 503);
  // Whatever a provider calls what matters.
  private static final String MEMBERS =
      "regularMarketPrice,c,05. price,metric,Symbol,timestamp,articles,headline,datetime,title,"
          + "publishedAt,observations,value,record_date,auctionDate,securityTerm";

  private final Random random;

  FaultPlan(long seed) {
    this.random = new Random(seed);
  }

  /** The routes of the documentation's table. */
  static List<String> routes() throws IOException {
    List<String> routes = new ArrayList<>();
    Matcher row = ROUTE.matcher(Files.readString(PAGE));
    while (row.find()) {
      routes.add(row.group(1));
    }
    return routes;
  }

  /** Rules for one route that follow each other, some healthy answers in between. */
  List<Fault> faults(String route) {
    List<FaultKind> kinds = new ArrayList<>(List.of(FaultKind.values()));
    Collections.shuffle(kinds, random);
    List<Fault> faults = new ArrayList<>();
    int healthy = 0;
    for (FaultKind kind : kinds) {
      // A rule counts the healthy answers before those that it follows, too.
      healthy += random.nextInt(2);
      faults.add(fault(route, kind).after(healthy).times(1 + random.nextInt(most(kind))));
    }
    return faults;
  }

  /** What costs real time happens once. */
  private static int most(FaultKind kind) {
    return kind == FaultKind.HANG || kind == FaultKind.OVERSIZED ? 1 : 2;
  }

  private Fault fault(String route, FaultKind kind) {
    Fault fault = Fault.on(route, kind);
    return switch (kind) {
      case STATUS -> fault.with("status", STATUSES.get(random.nextInt(STATUSES.size())));
      case SLOW -> fault.with("millis", 20);
      case MISSING_MEMBERS -> fault.with("members", MEMBERS);
      case NULL_ROW -> fault.with("row", -1 - random.nextInt(40));
      case SPLIT -> fault.with("date", "2024-05-20");
      case OVERSIZED -> fault.with("bytes", 34_000_000);
      case REDIRECT -> fault.with("location", "ftp://127.0.0.1/");
      default -> fault;
    };
  }
}
