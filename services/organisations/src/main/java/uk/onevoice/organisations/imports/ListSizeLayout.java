package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.Source;

/**
 * Patients Registered at a GP Practice, practice totals. Rows of other kinds, and those by sex and
 * age, are passed over.
 */
record ListSizeLayout(Header header) implements Layout {
  private static final int MOST_PATIENTS = 10_000_000;

  static boolean fits(Header header) {
    return header.has("NUMBER_OF_PATIENTS")
        && header.has("EXTRACT_DATE")
        && header.has("CODE", "PRACTICE_CODE", "ORG_CODE");
  }

  @Override
  public Source source() {
    return Source.LIST_SIZES;
  }

  @Override
  public boolean hasHeader() {
    return true;
  }

  @Override
  public @Nullable LocalDate release(Row row) {
    return row.date(header.at("EXTRACT_DATE"));
  }

  @Override
  public void read(Row row, LocalDate release, FileContents contents) throws UnreadableFile {
    row.needsWidth(header.width());
    if (!is(row, "GP", "TYPE", "ORG_TYPE") || !is(row, "ALL", "SEX") || !is(row, "ALL", "AGE")) {
      contents.note("notAPracticeTotal");
      return;
    }
    if (!release.equals(release(row))) {
      throw new RowRefused("is of another extract than the first row");
    }
    var practice = row.code(header.at("CODE", "PRACTICE_CODE", "ORG_CODE"));
    int patients = patients(row);
    contents.once(practice.value(), row.line());
    contents.listSize(row.line(), practice, patients);
  }

  private boolean is(Row row, String wanted, String... names) {
    int column = header.at(names);
    return column < 0 || row.text(column).equalsIgnoreCase(wanted);
  }

  private int patients(Row row) {
    int column = header.at("NUMBER_OF_PATIENTS");
    var text = row.text(column);
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > MOST_PATIENTS) {
      throw new RowRefused("column " + (column + 1) + " is not a number of patients");
    }
    return Integer.parseInt(text);
  }
}
