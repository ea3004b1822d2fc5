package io.stocktrend.source;

import io.stocktrend.record.Settings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flume.conf.ConfigurationException;

/**
 * A file of symbols: one a line, or, where the first line has commas, {@code
 * symbol,name,sector,from,to} with the days from which and until which each belongs to it, both
 * inclusive and either empty.
 */
final class MemberFile {
  private static final String HEADER = "symbol,name,sector,from,to";
  private static final int COLUMNS = 5;
  private static final Pattern CELL =
      Pattern.compile("\\G(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))");

  private final Settings settings;
  private final String name;

  private MemberFile(Settings settings, String name) {
    this.settings = settings;
    this.name = name;
  }

  /**
   * The members that the lines name; empty ones are passed over.
   *
   * @throws ConfigurationException naming the line that is wrong
   */
  static List<Member> parse(Settings settings, String name, List<String> lines) {
    MemberFile file = new MemberFile(settings, name);
    List<Member> members = new ArrayList<>();
    boolean isTable = false;
    boolean isFirst = true;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty()) {
        continue;
      }
      boolean isHeader = isFirst && line.indexOf(',') >= 0;
      isFirst = false;
      if (isHeader) {
        file.checkHeader(line);
        isTable = true;
      } else {
        members.add(isTable ? file.row(line, i + 1) : file.symbol(line));
      }
    }
    return members;
  }

  private void checkHeader(String line) {
    if (!line.equals(HEADER)) {
      throw wrong(1, line, "the header " + HEADER, null);
    }
  }

  private Member symbol(String line) {
    try {
      return Member.always(line);
    } catch (IllegalArgumentException e) {
      throw settings.wrong("symbols", line, Member.ALLOWED_SYMBOLS, e);
    }
  }

  private Member row(String line, int number) {
    List<String> cells = cells(line);
    if (cells.size() != COLUMNS) {
      throw wrong(number, line, "the five columns " + HEADER, null);
    }
    LocalDate from = date(cells.get(3), LocalDate.MIN, number);
    LocalDate to = date(cells.get(4), LocalDate.MAX, number);
    if (to.isBefore(from)) {
      throw wrong(number, cells.get(4), "a day not before " + from + " as to", null);
    }
    try {
      return new Member(cells.get(0), from, to);
    } catch (IllegalArgumentException e) {
      throw wrong(number, cells.get(0), Member.ALLOWED_SYMBOLS, e);
    }
  }

  private LocalDate date(String text, LocalDate otherwise, int number) {
    try {
      return text.isEmpty() ? otherwise : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong(number, text, "a day such as 2026-11-23, or nothing", e);
    }
  }

  /** The cells of a line, none if quotes are left open. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher matcher = CELL.matcher(line);
    int end = 0;
    while (end < line.length() && matcher.find()) {
      String quoted = matcher.group(1);
      cells.add((quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\"")).strip());
      end = matcher.end();
    }
    if (line.endsWith(",") && end == line.length() && cells.size() == COLUMNS - 1) {
      cells.add("");
    }
    return end == line.length() ? cells : List.of();
  }

  private ConfigurationException wrong(int line, String value, String allowed, Throwable cause) {
    return settings.wrong("symbols", name + "' line " + line + " '" + value, allowed, cause);
  }
}
