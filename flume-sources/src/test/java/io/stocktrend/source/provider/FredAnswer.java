package io.stocktrend.source.provider;

import java.util.ArrayList;
import java.util.List;

/** A body of FRED's {@code series/observations}, in the recorded envelope. */
public final class FredAnswer {
  private final List<String> rows = new ArrayList<>();
  private int count = -1;

  /** One row: its first and last day of validity, its date, its value. */
  public FredAnswer row(String from, String to, String date, String value) {
    rows.add(
        "{\"realtime_start\":\"%s\",\"realtime_end\":\"%s\",\"date\":\"%s\",\"value\":\"%s\"}"
            .formatted(from, to, date, value));
    return this;
  }

  /** Rows in all pages together, where that is more than in this one. */
  public FredAnswer of(int all) {
    count = all;
    return this;
  }

  public String text() {
    return """
        {"realtime_start":"1776-07-04","realtime_end":"9999-12-31",\
        "observation_start":"1600-01-01","observation_end":"9999-12-31","units":"lin",\
        "output_type":1,"file_type":"json","order_by":"observation_date","sort_order":"asc",\
        "count":%d,"offset":0,"limit":20000,"observations":[%s]}"""
        .formatted(count < 0 ? rows.size() : count, String.join(",", rows));
  }
}
