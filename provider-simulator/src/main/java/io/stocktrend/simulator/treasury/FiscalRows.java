package io.stocktrend.simulator.treasury;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Noise;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Rows of the fiscal data sets, oldest first; every value is a text. */
final class FiscalRows {

  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
  private static final BigDecimal DEBT = new BigDecimal("18000000000000");
  private static final String[][] SECURITIES = {
    {"Marketable", "Treasury Bills"},
    {"Marketable", "Treasury Notes"},
    {"Marketable", "Treasury Bonds"},
    {"Marketable", "Total Marketable"},
    {"Non-marketable", "Government Account Series"},
    {"Interest-bearing Debt", "Total Interest-bearing Debt"}
  };

  private final long seed;

  FiscalRows(long seed) {
    this.seed = Noise.seed(seed, "treasury.fiscal");
  }

  /** Debt of each business day, out on the next one at 16:00 in New York. */
  List<ObjectNode> debt(LocalDate since, Instant now) {
    List<ObjectNode> rows = new ArrayList<>();
    LocalDate day = since.isBefore(FIRST) ? FIRST : since;
    for (; !Days.at(day, 16, 0).isAfter(now); day = day.plusDays(1)) {
      if (Days.isBusiness(day) && !Days.at(Days.nextBusiness(day), 16, 0).isAfter(now)) {
        BigDecimal intragov = cents(7_000_000_000_000.0, day.toEpochDay());
        BigDecimal total = DEBT.add(cents(20_000_000_000_000.0, day.toEpochDay() / 9));
        rows.add(
            row(day)
                .put("debt_held_public_amt", total.subtract(intragov).toPlainString())
                .put("intragov_hold_amt", intragov.toPlainString())
                .put("tot_pub_debt_out_amt", total.toPlainString())
                .put("src_line_nbr", "1"));
      }
    }
    return rows;
  }

  /** Average rates of each month's last day, out on the eighth of the next at noon. */
  List<ObjectNode> rates(LocalDate since, Instant now) {
    List<ObjectNode> rows = new ArrayList<>();
    YearMonth month = YearMonth.from(since.isBefore(FIRST) ? FIRST : since);
    for (;
        !Days.at(month.plusMonths(1).atDay(8), 12, 0).isAfter(now);
        month = month.plusMonths(1)) {
      for (int i = 0; i < SECURITIES.length; i++) {
        long position = month.getYear() * 1200L + month.getMonthValue() * 100L + i;
        BigDecimal rate =
            BigDecimal.valueOf(2 + Noise.uniform(seed, position)).setScale(3, RoundingMode.HALF_UP);
        rows.add(
            row(month.atEndOfMonth())
                .put("security_type_desc", SECURITIES[i][0])
                .put("security_desc", SECURITIES[i][1])
                .put("avg_interest_rate_amt", rate.toPlainString())
                .put("src_line_nbr", Integer.toString(i + 1)));
      }
    }
    return rows;
  }

  private BigDecimal cents(double most, long position) {
    return BigDecimal.valueOf(Noise.uniform(seed, position) * most)
        .setScale(2, RoundingMode.HALF_UP);
  }

  private static ObjectNode row(LocalDate day) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("record_date", day.toString())
        .put("record_calendar_year", Integer.toString(day.getYear()));
  }
}
