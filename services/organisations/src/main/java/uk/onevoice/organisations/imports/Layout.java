package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.Source;

/** One kind of official table: where its cells are, and what a row of it says. */
interface Layout {
  Source source();

  /** Whether the first row is a header. */
  boolean hasHeader();

  /**
   * The release as this row says it; null where rows do not say it. The first row's answer is the
   * file's.
   */
  default @Nullable LocalDate release(Row row) {
    return null;
  }

  /**
   * Notes what the row says.
   *
   * @throws RowRefused when this row cannot be used
   * @throws UnreadableFile when the whole file cannot
   */
  void read(Row row, LocalDate release, FileContents contents) throws UnreadableFile;
}
