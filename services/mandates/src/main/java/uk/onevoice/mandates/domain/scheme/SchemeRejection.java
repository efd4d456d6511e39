package uk.onevoice.mandates.domain.scheme;

import java.time.LocalDate;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;

/** The rule that said no. */
public sealed interface SchemeRejection {
  record NotAdopted(PlaceId placeId) implements SchemeRejection {}

  record NotOfPlace(OrganisationId bodyId) implements SchemeRejection {}

  record NotYourBody(OrganisationId bodyId) implements SchemeRejection {}

  record NothingDelegated() implements SchemeRejection {}

  record ClassSaidTwice(IssueClass issueClass) implements SchemeRejection {}

  record DayInTheFuture(LocalDate on) implements SchemeRejection {}

  record BeforeTheOneBefore(LocalDate adoptedOn) implements SchemeRejection {}

  record IssueOfElsewhere(IssueId issueId) implements SchemeRejection {}

  record NoSuchClass(IssueClass issueClass) implements SchemeRejection {}
}
