package uk.onevoice.organisations.domain.purpose;

import java.time.LocalDate;
import java.util.UUID;
import uk.onevoice.organisations.domain.OrganisationId;

/** Facts about what a federation is for. */
public sealed interface PurposeEvent {
  /**
   * @param purposeRef where the vault keeps the words
   */
  record PurposeAdopted(OrganisationId organisationId, int version, LocalDate from, UUID purposeRef)
      implements PurposeEvent {}
}
