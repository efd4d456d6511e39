package uk.onevoice.organisations.domain.purpose;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;

/** Wishes about what a federation is for. */
public sealed interface PurposeCommand {
  /**
   * @param federationOpen when it is open; null where it is no federation
   * @param purposeRef where the vault keeps the words
   */
  record AdoptPurpose(
      OrganisationId federation, @Nullable Period federationOpen, LocalDate from, UUID purposeRef)
      implements PurposeCommand {}
}
