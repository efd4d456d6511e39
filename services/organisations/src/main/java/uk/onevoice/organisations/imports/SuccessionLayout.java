package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.organisation.SuccessionKind;

/** Which ICB followed which. It moves nobody: that is said by the files that follow. */
record SuccessionLayout(Header header) implements Layout {
  static boolean fits(Header header) {
    return header.has("PREDECESSOR_ODS")
        && header.has("SUCCESSOR_ODS")
        && header.has("SUCCESSION_DATE");
  }

  @Override
  public Source source() {
    return Source.ICB_SUCCESSION;
  }

  @Override
  public boolean hasHeader() {
    return true;
  }

  @Override
  public @Nullable LocalDate release(Row row) {
    return row.date(header.at("SUCCESSION_DATE"));
  }

  @Override
  public void read(Row row, LocalDate release, FileContents contents) throws UnreadableFile {
    row.needsWidth(header.width());
    var predecessor = row.code(header.at("PREDECESSOR_ODS"));
    var successor = row.code(header.at("SUCCESSOR_ODS"));
    var date = row.date(header.at("SUCCESSION_DATE"));
    if (predecessor.equals(successor)) {
      throw new RowRefused("says that " + predecessor + " follows itself");
    }
    var predecessorName = row.name(header.at("PREDECESSOR_NAME"));
    var successorName = row.name(header.at("SUCCESSOR_NAME"));
    var kind = kind(row.text(header.at("TYPE")));
    contents.once(predecessor + " to " + successor, row.line());
    contents.succession(
        row.line(), predecessor, predecessorName, successor, successorName, kind, date);
  }

  private static SuccessionKind kind(String text) {
    try {
      return text.isEmpty()
          ? SuccessionKind.TRANSFER
          : SuccessionKind.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new RowRefused("is of no known kind of succession");
    }
  }
}
