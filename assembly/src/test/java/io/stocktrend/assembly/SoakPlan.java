package io.stocktrend.assembly;

import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.simulator.market.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What is done to both agents and to their providers over the days of a soak; its seed decides all
 * of it. Processes end and start again in a part of the time only, so that one life before and one
 * after it are long enough for their memory to be compared.
 */
record SoakPlan(List<Action> actions, List<Trouble> troubles, List<Split> splits) {
  /** The steps at which a process dies that was started to die there. */
  private static final List<String> STEPS =
      List.of(
          "source.slice-saved",
          "source.slice-put",
          "source.cursor-saved",
          "sink.part-written",
          "sink.part-renamed",
          "sink.before-commit",
          "sink.committed");

  private static final List<String> ROUTES =
      List.of("yahoo.*", "finnhub.*", "newsapi.*", "alphavantage.*", "fred.*", "treasury.*");
  private static final List<Integer> STATUSES = List.of(403, 429, 500, 503);
  private static final List<FaultKind> KINDS =
      List.of(FaultKind.STATUS, FaultKind.CUT, FaultKind.HTML, FaultKind.TRUNCATED);

  /** What is done to an agent. */
  enum Kind {
    /** SIGKILL soon after that time, and a start later. */
    KILL,
    /** SIGTERM, and a start later of a process that dies at a named step. */
    DOOM,
    /** SIGTERM, and a start later. */
    RESTART,
    /** A wrong agent file, and then a good one that differs from the one that runs. */
    RELOAD
  }

  /** Something done to an agent. */
  record Action(Instant at, String agent, Kind kind, Duration down, String step) {}

  /** What a provider does wrong from one time to another. */
  record Trouble(Fault fault, Instant from, Instant to) {}

  /** A split of one symbol before a session opens. */
  record Split(String symbol, LocalDate date, int ratio) {}

  /** The plan of that scale. */
  static SoakPlan of(SoakScale scale) {
    Maker maker = new Maker(scale, new Random(scale.seed()));
    return new SoakPlan(maker.actions(), maker.troubles(), maker.splits());
  }

  /** The hours from the beginning before which no process ends. */
  static int calmHours(int days) {
    return 24 * (days >= 20 ? 7 : Math.max(1, days / 4));
  }

  /** The hours from the beginning after which no process ends. */
  static int stormHours(int days) {
    return 24 * days * 2 / 5;
  }

  private record Maker(SoakScale scale, Random random) {
    List<Action> actions() {
      List<Action> actions = new ArrayList<>();
      List<Kind> ends = List.of(Kind.KILL, Kind.DOOM, Kind.RESTART);
      addEnds("raw", several(ends, scale.days() / 15), actions);
      if (scale.isLong()) {
        addEnds("context", several(ends, scale.days() / 30), actions);
      }
      for (int i = 0; i < Math.max(1, scale.days() / 10); i++) {
        int hour = 24 + random.nextInt(24 * (scale.days() - 2));
        String agent = i % 3 == 2 ? "context" : "raw";
        actions.add(new Action(at(hour).plusSeconds(1800), agent, Kind.RELOAD, null, ""));
      }
      actions.sort(Comparator.comparing(Action::at));
      return actions;
    }

    /** Each of the kinds so many times, in any order; in few days only the first of them. */
    private List<Kind> several(List<Kind> kinds, int times) {
      List<Kind> several = new ArrayList<>(times == 0 ? kinds.subList(0, 1) : List.of());
      for (int i = 0; i < times; i++) {
        several.addAll(kinds);
      }
      Collections.shuffle(several, random);
      return several;
    }

    /** One after the other, each in its part of the storm, back before the next one. */
    private void addEnds(String agent, List<Kind> kinds, List<Action> actions) {
      int calm = SoakPlan.calmHours(scale.days());
      int part = (SoakPlan.stormHours(scale.days()) - calm) / kinds.size();
      for (int i = 0; i < kinds.size(); i++) {
        int hour = calm + i * part + random.nextInt(Math.max(1, part / 3));
        String step = STEPS.get(random.nextInt(STEPS.size()));
        Duration down = Duration.ofHours(random.nextInt(Math.max(1, part / 3))).plusMinutes(20);
        actions.add(new Action(at(hour), agent, kinds.get(i), down, step));
      }
    }

    List<Trouble> troubles() {
      List<Trouble> troubles = new ArrayList<>();
      for (int i = 0; i < Math.max(1, scale.days() / 10); i++) {
        Fault all = Fault.on("*", FaultKind.STATUS).with("status", 503);
        Instant open = session(random.nextInt(scale.days())).open();
        Instant from = open.plus(Duration.ofHours(random.nextInt(4)));
        add(all, from, 2 + random.nextInt(4), troubles);
      }
      for (int i = 0; i < scale.days() / 2; i++) {
        Instant from = at(random.nextInt(24 * scale.days()));
        add(fault(), from, 1 + random.nextInt(12), troubles);
      }
      for (int i = 0; i < Math.max(1, scale.days() / 5); i++) {
        addHole(troubles);
      }
      return troubles;
    }

    /** Over before the last day, which makes up for it. */
    private void add(Fault fault, Instant from, int hours, List<Trouble> troubles) {
      Instant to = from.plus(Duration.ofHours(hours));
      if (to.isBefore(scale.end().minus(Duration.ofDays(1)))) {
        troubles.add(new Trouble(fault, from, to));
      }
    }

    private Fault fault() {
      FaultKind kind = KINDS.get(random.nextInt(KINDS.size()));
      Fault fault = Fault.on(ROUTES.get(random.nextInt(ROUTES.size())), kind);
      return kind == FaultKind.STATUS
          ? fault.with("status", STATUSES.get(random.nextInt(STATUSES.size())))
          : fault;
    }

    /** The bar of a session is missing until the next morning: a revision of what was there. */
    private void addHole(List<Trouble> troubles) {
      Session session = session(random.nextInt(scale.days() - 2));
      Fault fault = Fault.on("yahoo.chart", FaultKind.NULL_ROW).with("row", -1);
      Instant from = session.close().minus(Duration.ofHours(1));
      add(fault.forSymbol(symbol(0)), from, 12, troubles);
    }

    List<Split> splits() {
      List<Split> splits = new ArrayList<>();
      for (int i = 0; i < Math.max(1, scale.days() / 30); i++) {
        Session session = session(2 + random.nextInt(scale.days() - 6));
        splits.add(new Split(symbol(1 + i), session.date(), 2 + random.nextInt(3)));
      }
      return splits;
    }

    /** Those with holes and those that split differ, since only one rule acts on an answer. */
    private String symbol(int place) {
      List<SoakScale.Member> members = scale.members();
      int step = Math.max(1, members.size() / 20);
      return members.get(place * step % members.size()).symbol();
    }

    private Session session(int day) {
      return Session.onOrAfter(scale.first().plusDays(day));
    }

    private Instant at(int hour) {
      return scale.start().plus(Duration.ofHours(hour));
    }
  }
}
