package uk.onevoice.projection.table;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table by RFC 4180, with CR LF. Dates are as 2026-11-30; nothing is an empty cell. A
 * cell that a spreadsheet would reckon with begins with an apostrophe.
 */
public final class CsvLine {
  private static final String RECKONED = "=+-@\t\r\n";

  private CsvLine() {}

  public static String of(@Nullable Object... cells) {
    StringJoiner line = new StringJoiner(",", "", "\r\n");
    for (Object cell : cells) {
      line.add(cell == null ? "" : quoted(cell));
    }
    return line.toString();
  }

  /** Numbers and dates are ours; words may be anybody's. */
  private static String quoted(Object cell) {
    if (!(cell instanceof String text)) {
      return cell.toString();
    }
    String safe = !text.isEmpty() && RECKONED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
