package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.OdsCode;
import uk.onevoice.organisations.domain.OrganisationId;

/**
 * One line of a table. Reading a cell that does not hold what it must refuses the row.
 *
 * @param line where it starts, counted from 1
 */
record Row(long line, List<String> cells) {
  private static final int LONGEST_NAME = 200;
  private static final Set<String> NO_DATE = Set.of("", "-", "NULL");

  int width() {
    return cells.size();
  }

  String text(int column) {
    return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
  }

  @Nullable String optional(int column) {
    var text = text(column);
    return text.isEmpty() ? null : checked(text, column);
  }

  void needsWidth(int columns) {
    if (width() != columns) {
      throw new RowRefused("has " + width() + " columns instead of " + columns);
    }
  }

  OrganisationId code(int column) {
    var text = text(column);
    if (!OdsCode.isValid(text)) {
      throw new RowRefused(
          text.isEmpty()
              ? "column " + (column + 1) + " holds no code"
              : "column " + (column + 1) + " is not an organisation code");
    }
    return new OrganisationId(text);
  }

  @Nullable OrganisationId optionalCode(int column) {
    return text(column).isEmpty() ? null : code(column);
  }

  String name(int column) {
    var text = text(column);
    if (text.isEmpty()) {
      throw new RowRefused("column " + (column + 1) + " holds no name");
    }
    return checked(text, column);
  }

  LocalDate date(int column) {
    var date = optionalDate(column);
    if (date == null) {
      throw new RowRefused("column " + (column + 1) + " holds no date");
    }
    return date;
  }

  @Nullable LocalDate optionalDate(int column) {
    var text = text(column);
    if (NO_DATE.contains(text)) {
      return null;
    }
    return OfficialDate.parse(text)
        .orElseThrow(() -> new RowRefused("column " + (column + 1) + " is not a date"));
  }

  /** Official closing dates are the last day; ours the first day after it. */
  @Nullable LocalDate dayAfter(int column) {
    var lastDay = optionalDate(column);
    return lastDay == null ? null : lastDay.plusDays(1);
  }

  private static String checked(String text, int column) {
    if (text.length() > LONGEST_NAME) {
      throw new RowRefused("column " + (column + 1) + " is too long");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new RowRefused("column " + (column + 1) + " holds control characters");
    }
    return text;
  }
}
