package uk.onevoice.organisations.domain.listsize;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;

/** Facts about one practice's list sizes. */
public sealed interface ListSizeEvent {
  /**
   * @param revision 1 for a month's first figure; a correction is the next revision
   * @param void_ true where the month's figure is taken back
   */
  record ListSizePublished(
      OrganisationId organisationId,
      YearMonth month,
      int patients,
      int revision,
      @Nullable Boolean void_)
      implements ListSizeEvent {}
}
