package uk.onevoice.organisations.domain.listsize;

import java.time.YearMonth;
import uk.onevoice.organisations.domain.OrganisationId;

/** Wishes about one practice's list sizes. */
public sealed interface ListSizeCommand {
  record PublishListSize(OrganisationId practice, YearMonth month, int patients)
      implements ListSizeCommand {}

  /** Takes a month back, when the only import that gave it is undone. */
  record WithdrawListSize(OrganisationId practice, YearMonth month) implements ListSizeCommand {}
}
