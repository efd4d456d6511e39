package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import java.util.Set;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand;
import uk.onevoice.organisations.domain.organisation.OdsStatement;
import uk.onevoice.organisations.domain.organisation.SuccessionKind;

/** What one line of a file says, with the line. */
sealed interface Said {
  long line();

  /**
   * @param onlyIfKnown nothing is registered by it: for what is no general practice
   */
  record OfOrganisation(long line, OdsStatement statement, boolean onlyIfKnown) implements Said {}

  /** All that the file says about what the member belongs to in this way. */
  record OfAffiliation(
      long line,
      OrganisationId member,
      AffiliationKind kind,
      LocalDate release,
      Set<AffiliationsCommand.Stated> stated)
      implements Said {}

  record OfListSize(long line, OrganisationId practice, int patients) implements Said {}

  record OfSuccession(
      long line,
      OrganisationId predecessor,
      String predecessorName,
      OrganisationId successor,
      String successorName,
      SuccessionKind kind,
      LocalDate date)
      implements Said {}
}
