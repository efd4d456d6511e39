package uk.onevoice.organisations.domain.place;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.OrganisationId;

/** The rules that say no. */
public sealed interface PlaceRejection {
  record AlreadyDefined() implements PlaceRejection {}

  record NotDefined() implements PlaceRejection {}

  record NotAnIcb(OrganisationId id) implements PlaceRejection {}

  record IcbNotOpen(OrganisationId id, LocalDate on) implements PlaceRejection {}
}
