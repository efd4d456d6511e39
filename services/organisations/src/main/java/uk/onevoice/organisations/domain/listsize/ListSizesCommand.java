package uk.onevoice.organisations.domain.listsize;

import java.time.YearMonth;

/** Wishes about a month's publication. */
public sealed interface ListSizesCommand {
  /**
   * @param count practices with a figure
   * @param total their patients
   * @param sha256 of the file, in hexadecimal
   */
  record PublishListSizes(YearMonth month, int count, long total, String sha256)
      implements ListSizesCommand {}
}
